using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Madoguchi.DesignSystem;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Web.Shell.Offline;

/// <summary>What a browser keeps for the time without a connection, under a name that changes with its content.</summary>
internal sealed class KeptPages(IDirectory directory, IEvacuationSites sites, IStyleSheets styles, Texts texts)
{
    private const string Page = "/offline?kept=true";

    private readonly byte[] house = House(texts);
    private volatile Made? made;

    private sealed record Made(City City, IReadOnlyList<Division> Divisions, string Style, string Name);

    /// <summary>The page in every language and its style sheet; nobody's name stands in any of them.</summary>
    public IReadOnlyList<string> Files => [.. Languages.All.Select(l => l.Prefix() + Page), styles.Current.Path];

    public string Name
    {
        get
        {
            // Browsers ask at every page they open; the directory is swapped as a whole when it changes.
            var known = made;
            if (known is null || known.City != directory.City || known.Divisions != directory.Divisions || known.Style != styles.Current.Path) made = known = Make();
            return known.Name;
        }
    }

    private Made Make()
    {
        var (city, divisions, style) = (directory.City, directory.Divisions, styles.Current.Path);
        var facts = JsonSerializer.SerializeToUtf8Bytes(new { city, divisions, sites.All, style }, JsonText.Options);
        return new Made(city, divisions, style, Convert.ToHexStringLower(SHA256.HashData([.. house, .. facts]))[..16]);
    }

    // The program with its pages, and the city's own sentences.
    private static byte[] House(Texts texts) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        program = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId,
        sentences = Languages.All.SelectMany(l => texts.Keys(l).Where(k => k.StartsWith("offline.", StringComparison.Ordinal) || k.StartsWith("shell.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(k => texts.Get(l, k).Source)),
    });
}
