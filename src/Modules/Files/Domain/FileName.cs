using System.Globalization;

namespace Madoguchi.Files.Domain;

/// <summary>Names of files as people gave them, made harmless. A name is only ever shown, never a place on the disk.</summary>
internal static class FileName
{
    private const int Graphemes = 120;
    private const int Characters = 400;

    /// <summary>
    /// The last part of a path, without control characters and direction overrides, with what other systems forbid
    /// replaced, at most 120 characters with its extension kept; null when nothing usable is left.
    /// </summary>
    public static string? Clean(string name)
    {
        if (name.Length > 4096 || !IsUnicode(name)) return null;
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var made = string.Concat(TextRules.Normalise(last).Where(c => !char.IsControl(c)).Select(c => "<>:\"|?*".Contains(c) ? '_' : c)).Trim(' ', '.', '　');
        var stem = Path.GetFileNameWithoutExtension(made).Trim();
        var extension = Path.GetExtension(made);
        if (stem.Length == 0 || extension.Length > 10) return null;
        var cut = Cut(stem, Graphemes - extension.Length) + extension;
        return cut.Length <= Characters ? cut : null;
    }

    private static bool IsUnicode(string text) => text.EnumerateRunes().All(r => r.Value != 0xFFFD);

    private static string Cut(string text, int graphemes)
    {
        var info = new StringInfo(text);
        return info.LengthInTextElements <= graphemes ? text : info.SubstringByTextElements(0, graphemes).TrimEnd();
    }
}
