using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Studio.Editing;

/// <summary>A piece of a text: which characters, how many of them.</summary>
/// <param name="Least">As typed; empty with <paramref name="Most"/>: one.</param>
/// <param name="Text">The fixed characters, or the words to choose from with 「、」 between them.</param>
internal sealed record FormatPart(string Kind, string Least, string Most, string Text)
{
    public bool TakesText => Kind is "fixed" or "words";

    public bool IsEmpty => TakesText ? Text.Length == 0 : Least.Length == 0 && Most.Length == 0;
}

/// <summary>書き方の形: piece after piece in words; a pattern made otherwise is not taken apart.</summary>
internal static partial class FormatParts
{
    private static readonly (string Kind, string Class)[] Classes =
        [("digits", "[0-9]"), ("upper", "[A-Z]"), ("lower", "[a-z]"), ("letters", "[A-Za-z]"), ("alnum", "[0-9A-Za-z]"), ("hiragana", "[ぁ-ゖー]"), ("katakana", "[ァ-ヺー]"), ("any", ".")];

    public static readonly string[] Kinds = [.. Classes.Select(c => c.Kind), "fixed", "words"];

    public static string Read(IReadOnlyList<FormatPart> parts)
    {
        var regex = new StringBuilder();
        foreach (var part in parts)
        {
            if (part.Kind == "fixed") regex.Append(Escaped(part.Text));
            else if (part.Kind == "words") regex.Append('(').AppendJoin('|', part.Text.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Escaped)).Append(')');
            else regex.Append(Array.Find(Classes, c => c.Kind == part.Kind).Class ?? "[0-9]").Append(Times(part));
        }

        return regex.ToString();
    }

    /// <summary>Null for what these pieces cannot say.</summary>
    public static IReadOnlyList<FormatPart>? Show(string regex)
    {
        var parts = new List<FormatPart>();
        for (var at = 0; at < regex.Length;)
        {
            if (Piece().Match(regex, at) is not { Success: true } piece || piece.Index != at) return null;
            at += piece.Length;
            if (piece.Groups["words"].Success) parts.Add(new FormatPart("words", "", "", string.Join('、', piece.Groups["words"].Value.Split('|').Select(Plain))));
            else if (piece.Groups["fixed"].Success) parts.Add(new FormatPart("fixed", "", "", Plain(piece.Groups["fixed"].Value)));
            else if (Array.Find(Classes, c => c.Class == piece.Groups["class"].Value) is { Kind: { } kind }) parts.Add(Timed(kind, piece.Groups["times"].Value));
            else return null;
        }

        return Read(parts) == regex ? parts : null;
    }

    private static string Times(FormatPart part) => (part.Least, part.Most) switch
    {
        ("1", "") or ("1", "1") or ("", "1") => "",
        var (least, most) when least == most || most.Length == 0 => $"{{{Number(least)}}}",
        var (least, most) => $"{{{(least.Length == 0 ? "0" : Number(least))},{Number(most)}}}",
    };

    // What is no number is kept: the reader of definitions says that it is no pattern.
    private static string Number(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : typed + "?{";

    private static FormatPart Timed(string kind, string times) => times.Trim('{', '}').Split(',') switch
    {
        [""] => new FormatPart(kind, "1", "1", ""),
        [var only] => new FormatPart(kind, only, only, ""),
        [var least, var most] => new FormatPart(kind, least, most, ""),
        _ => new FormatPart(kind, "?", "?", ""),
    };

    private static string Escaped(string text) => string.Concat(text.Select(c => @"\^$.|?*+()[]{}".Contains(c) ? $@"\{c}" : c.ToString()));

    private static string Plain(string escaped) => Escape().Replace(escaped, "$1");

    [GeneratedRegex(@"(?<class>\[[^\]]+\]|(?<!\\)\.)(?<times>\{[0-9]+(?:,[0-9]+)?\})?|\((?<words>(?:\\.|[^\\()\[\]{}.*+?^$])+)\)|(?<fixed>(?:\\[^A-Za-z0-9]|[^\\()\[\]{}.*+?^$|])+)", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
