using System.Collections.Frozen;
using System.Text;

namespace Madoguchi.Studio.Register;

/// <summary>Cells as the survey writes them: what cities type in other ways (○ and 〇, brackets, a code alone) is put right silently, what is on no list is told.</summary>
internal static class SurveyCell
{
    private static readonly FrozenDictionary<SurveyColumn, FrozenDictionary<string, string>> Lists =
        SurveyColumns.All.Concat(SurveyColumns.Own).Where(c => c.Codes.Length > 0).ToFrozenDictionary(c => c, ListOf);

    /// <param name="value">As it is kept; as typed when it is wrong.</param>
    /// <returns>Code of the error, or null.</returns>
    public static string? Read(SurveyColumn column, string typed, out string value)
    {
        value = typed.Length == 0 ? typed : Armed(TextRules.Normalise(typed));
        if (value.Length == 0) return null;
        if (!TextRules.IsClean(typed)) return "register-unreadable";
        if (value.Length > SurveyColumn.LongestCell) return "register-long";
        switch (column.Kind)
        {
            case SurveyKind.Number:
                var digits = TextRules.HalfWidth(value).Replace(",", "", StringComparison.Ordinal).Replace("件", "", StringComparison.Ordinal).Trim();
                if (digits.Length > 12 || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return "register-number";
                value = number.ToString(CultureInfo.InvariantCulture);
                return null;
            case SurveyKind.One:
                return Of(column, value, out value) ? null : "register-code";
            case SurveyKind.Many:
                var parts = value.Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                var known = new List<string>();
                foreach (var part in parts)
                {
                    if (column.Codes.Length == 0) known.Add(part);
                    else if (Of(column, part, out var code)) known.Add(code);
                    else return "register-code";
                }

                value = string.Join(';', known.Distinct());
                return null;
            default:
                value = column.Kind == SurveyKind.Line ? value.Replace('\n', ' ') : value;
                return null;
        }
    }

    /// <summary>The code a cell begins with: 「2 未実施」 → 2; empty when there is none.</summary>
    public static string CodeOf(string cell) => cell.Split(' ', 2)[0] is { Length: > 0 and < 5 } code && char.IsAsciiDigit(code[0]) ? code : "";

    private static bool Of(SurveyColumn column, string typed, out string code)
    {
        code = typed;
        if (!Lists[column].TryGetValue(Fold(typed), out var known)) return false;
        code = known;
        return true;
    }

    // Found whole, by its number alone, by its words alone, and where a mark says it, by the mark.
    private static FrozenDictionary<string, string> ListOf(SurveyColumn column)
    {
        var list = new Dictionary<string, string>();
        foreach (var code in column.Codes)
        {
            list.TryAdd(Fold(code), code);
            if (code.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
            {
                list.TryAdd(Fold(code[..space]), code);
                list.TryAdd(Fold(code[(space + 1)..]), code);
            }

            if (code[0] is not ('〇' or '●' or '✕')) continue;
            list.TryAdd(Fold(code[..1]), code);
            // The form of the year before says 府省 where this one says 府省庁.
            list.TryAdd(Fold(code.Replace("府省庁", "府省", StringComparison.Ordinal)), code);
        }

        return list.ToFrozenDictionary();
    }

    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in TextRules.HalfWidth(text))
        {
            if (char.IsWhiteSpace(c)) continue;
            folded.Append(c switch
            {
                '〇' or '◯' => '○',
                '✕' or '✖' or '╳' or '⨯' => '×',
                '‐' or '‑' or '–' or '−' or 'ー' when folded.Length > 0 && char.IsAsciiDigit(folded[^1]) => '-',
                _ => char.ToLowerInvariant(c),
            });
        }

        return folded.ToString();
    }

    // Exports put an apostrophe before what a spreadsheet takes for a formula.
    private static string Armed(string text) => text.Length > 1 && text[0] == '\'' && "=+-@\t＝＋－＠".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
}
