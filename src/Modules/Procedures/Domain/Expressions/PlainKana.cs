namespace Madoguchi.Procedures.Domain.Expressions;

/// <summary>Kana as banks and people both could have written it, for comparing an account holder with a name.</summary>
internal static class PlainKana
{
    private const string Small = "ァィゥェォッャュョヮヵヶ";
    private const string Large = "アイウエオツヤユヨワカケ";

    public static string Of(string text)
    {
        var made = new System.Text.StringBuilder(text.Length);
        foreach (var c in TextRules.Katakana(text))
        {
            if (char.IsWhiteSpace(c) || c is '・' or '-' or 'ー' or '－') continue;
            var small = Small.IndexOf(c);
            made.Append(small < 0 ? c : Large[small]);
        }

        return made.ToString();
    }
}
