using System.Text;

namespace Madoguchi.Studio.Drafts;

/// <summary>A name for addresses out of a reading: コウエンシヨウ → koenshiyo.</summary>
internal static class Romaji
{
    private const string Kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ";

    private static readonly string[] Latin =
    [
        "a", "i", "u", "e", "o", "ka", "ki", "ku", "ke", "ko", "sa", "shi", "su", "se", "so", "ta", "chi", "tsu", "te", "to", "na", "ni", "nu", "ne", "no", "ha", "hi", "fu", "he", "ho",
        "ma", "mi", "mu", "me", "mo", "ya", "yu", "yo", "ra", "ri", "ru", "re", "ro", "wa", "o", "n", "ga", "gi", "gu", "ge", "go", "za", "ji", "zu", "ze", "zo", "da", "ji", "zu", "de", "do",
        "ba", "bi", "bu", "be", "bo", "pa", "pi", "pu", "pe", "po",
    ];

    public static string Of(string kana)
    {
        var text = new StringBuilder();
        foreach (var c in kana)
        {
            var small = "ャュョァィゥェォ".IndexOf(c, StringComparison.Ordinal);
            if (small >= 0 && text.Length > 0)
            {
                var palatal = text.ToString();
                text.Length = palatal[^1] == 'i' ? text.Length - 1 : text.Length;
                text.Append(small < 3 && !palatal.EndsWith("shi", StringComparison.Ordinal) && !palatal.EndsWith("chi", StringComparison.Ordinal) && !palatal.EndsWith("ji", StringComparison.Ordinal) ? new[] { "ya", "yu", "yo" }[small] : "auoaiueo"[small].ToString());
            }
            else if (Kana.IndexOf(c, StringComparison.Ordinal) is >= 0 and var index) text.Append(Latin[index]);
        }

        var plain = text.ToString().Replace("ou", "o", StringComparison.Ordinal).Replace("uu", "u", StringComparison.Ordinal).Replace("oo", "o", StringComparison.Ordinal);
        return plain.Length <= 40 ? plain : plain[..40];
    }
}
