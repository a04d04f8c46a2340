using System.Text.Json;

namespace Madoguchi.Notices.Templates;

/// <summary><c>a.b.c</c>, <c>.</c> (the item itself) or <c>@number</c> (place in the list, from 1); <c>?</c> at the end lets it be missing.</summary>
internal sealed record FieldPath(string[] Names, bool MayBeMissing)
{
    public override string ToString() => Names is [] ? "." : string.Join('.', Names);

    /// <summary>Null when the text is no path.</summary>
    public static FieldPath? Of(string text)
    {
        var mayBeMissing = text.EndsWith('?');
        var path = mayBeMissing ? text[..^1] : text;
        if (path == ".") return new FieldPath([], mayBeMissing);

        var names = path.Split('.');
        return names is ["@number"] || names.All(IsName) ? new FieldPath(names, mayBeMissing) : null;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}

/// <summary>The values a piece of template sees: the item of the innermost list first, then outwards to the document.</summary>
internal sealed class Scope(JsonElement value, int number = 0, Scope? outer = null)
{
    public JsonElement? Find(FieldPath path)
    {
        if (path.Names is []) return value;
        if (path.Names is ["@number"]) return number > 0 ? JsonSerializer.SerializeToElement(number) : null;

        return value.ValueKind is JsonValueKind.Object && value.TryGetProperty(path.Names[0], out var found)
            ? Follow(found, path.Names.AsSpan(1))
            : outer?.Find(path);
    }

    private static JsonElement? Follow(JsonElement from, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (from.ValueKind is not JsonValueKind.Object || !from.TryGetProperty(name, out from)) return null;
        }

        return from;
    }
}
