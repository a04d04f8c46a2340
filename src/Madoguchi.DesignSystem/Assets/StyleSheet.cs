using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Madoguchi.DesignSystem;

/// <summary>The one style sheet of a page, named by its content: everything the house built, and what a city says after it.</summary>
public sealed class StyleSheet
{
    private static readonly string[] Order =
    [
        "tokens", "base", "layout", "staff", "matter", "forms", "choices", "buttons", "messages", "navigation", "steps", "lists", "folding", "drawer", "tables", "answers", "plans",
        "progress", "studio", "gallery", "print",
    ];

    private static readonly byte[] Built = Encoding.UTF8.GetBytes(string.Concat(Order.Select(name => DesignAssets.Read($"css/{name}.css"))));

    /// <summary>In the colours of the design system.</summary>
    public static readonly StyleSheet Plain = new("");

    /// <param name="rules">Rules of a city, such as <c>:root{--key:#005a2b}</c>; they come last.</param>
    public StyleSheet(string rules)
    {
        Content = rules.Length == 0 ? Built : [.. Built, .. Encoding.UTF8.GetBytes(rules)];
        Hash = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];
        Path = $"/assets/madoguchi.{Hash}.css";
    }

    /// <summary>CSS in UTF-8.</summary>
    public byte[] Content { get; }

    /// <summary>Twelve hexadecimal digits of its content.</summary>
    public string Hash { get; }

    /// <summary>Its address: <c>/assets/madoguchi.HASH.css</c>, the same for all languages.</summary>
    public string Path { get; }
}

/// <summary>Which style sheet pages link to. Without a city's own colours: <see cref="StyleSheet.Plain"/>.</summary>
public interface IStyleSheets
{
    /// <summary>The sheet of now, from memory.</summary>
    StyleSheet Current { get; }

    /// <summary>The sheet with this hash, also one that another node shows already or that was shown before; null when there is none.</summary>
    ValueTask<StyleSheet?> FindAsync(string hash, CancellationToken stop = default);
}

internal sealed class PlainStyles : IStyleSheets
{
    public StyleSheet Current => StyleSheet.Plain;

    public ValueTask<StyleSheet?> FindAsync(string hash, CancellationToken stop = default) => ValueTask.FromResult(hash == StyleSheet.Plain.Hash ? StyleSheet.Plain : null);
}
