using System.Globalization;
using System.Text;

namespace Madoguchi.Kernel.Text;

/// <summary>What people type, made regular without losing how they write their name.</summary>
public static class TextRules
{
    private const char NoCharacter = '\uFFFE';

    /// <summary>
    /// NFC with variation selectors kept and CJK compatibility ideographs left alone (NFC would make another glyph of
    /// a name such as 神 U+FA19), line ends as \n, no control characters, trimmed.
    /// </summary>
    public static string Normalise(string text)
    {
        if (IsRegular(text) || !IsText(text)) return text.Trim();

        var made = new StringBuilder(text.Length);
        var run = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (IsCompatibilityIdeograph(rune.Value))
            {
                Flush(run, made);
                made.Append(rune);
            }
            else if (!IsForbidden(rune.Value) && !IsInvisible(rune.Value))
            {
                run.Append(rune);
            }
        }

        Flush(run, made);
        return made.ToString().Trim();
    }

    /// <summary>No control characters but line ends and tabs, no unpaired surrogates, no noncharacters.</summary>
    public static bool IsClean(string text)
    {
        if (!IsText(text)) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (IsForbidden(text[i])) return false;
        }

        return text.EnumerateRunes().All(r => (r.Value & 0xFFFE) != 0xFFFE);
    }

    /// <summary>Characters as people count them (graphemes): 葛󠄀 with its selector is one.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>More characters than people may write, or so many marks upon them that no column holds them: four units each are enough for a name of rare variants.</summary>
    public static bool IsLonger(string text, int characters) => Length(text) > characters || text.Length > 4 * characters;

    /// <summary>A telephone number as digits (10 or 11 from 0), one from abroad with its plus sign; null when it is neither.</summary>
    public static string? Telephone(string text)
    {
        var digits = text.Length > 40 ? "" : Digits(text).Replace('＋', '+');
        var abroad = digits is ['+', ..];
        var number = abroad ? digits.AsSpan(1) : digits;
        if (number.ContainsAnyExceptInRange('0', '9')) return null;
        return (abroad ? number.Length is >= 8 and <= 15 : number is ['0', ..] && number.Length is 10 or 11) ? digits : null;
    }

    /// <summary>Full-width digits made half-width; hyphens, spaces and brackets between them taken out. Other characters stay.</summary>
    public static string Digits(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '０' and <= '９') made.Append((char)(c - '０' + '0'));
            else if (!IsHyphen(c) && !char.IsWhiteSpace(c) && c is not ('(' or ')' or '（' or '）')) made.Append(c);
        }

        return made.ToString();
    }

    /// <summary>Full-width letters, digits, signs and spaces made half-width (ASCII); nothing else changes.</summary>
    public static string HalfWidth(string text) => string.Concat(text.Select(Half));

    /// <summary>Hiragana and half-width katakana made full-width katakana; a hyphen after kana is a long vowel.</summary>
    public static string Katakana(string text)
    {
        var made = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && text[end] is >= '\uFF61' and <= '\uFF9F') end++;
            if (end > i)
            {
                made.Append(text[i..end].Normalize(NormalizationForm.FormKC));
                i = end;
                continue;
            }

            var c = text[i++];
            var afterKana = made.Length > 0 && made[^1] is >= 'ァ' and <= 'ー' and not '・';
            made.Append(c is >= 'ぁ' and <= 'ゖ' or 'ゝ' or 'ゞ' ? (char)(c + 0x60) : IsHyphen(c) && afterKana ? 'ー' : c);
        }

        return made.ToString();
    }

    /// <summary>
    /// Account holders as 全銀 writes them: half-width kana with separate voicing marks, no small kana, capitals, 「-」 for a long vowel.
    /// What 全銀 does not know stays and fails <see cref="IsHalfKana"/>.
    /// </summary>
    public static string HalfKana(string text)
    {
        var made = new StringBuilder(text.Length * 2);
        foreach (var c in Katakana(HalfWidth(text)).Trim()) made.Append(HalfWidthKana.Of(c));
        return made.ToString();
    }

    /// <summary>Only characters 全銀 allows in a name: kana, capitals, digits, <c>( ) . - / ｢ ｣</c> and space.</summary>
    public static bool IsHalfKana(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is >= 'ｱ' and <= 'ﾟ' || "().-/｢｣ ".Contains(c));

    internal static bool IsHyphen(char c) => c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '－' or 'ー' or 'ｰ' or '﹣';

    /// <summary>One way of writing for what reads alike (NFKC), of whatever a client sends: what is no text at all is left out.</summary>
    public static string Compatible(string text) =>
        (IsText(text) ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value != NoCharacter))).Normalize(NormalizationForm.FormKC);

    // What nearly everything typed here consists of; none of it has another form or joins what stands beside it.
    private static bool IsRegular(string text)
    {
        foreach (var c in text)
            if (c is not ('\n' or (>= ' ' and <= '~') or (>= '\u3000' and <= '\u3029') or (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ー') or (>= '\u4E00' and <= '\u9FFF') or (>= '！' and <= '～'))) return false;
        return true;
    }

    // Half a surrogate pair, and the one noncharacter that no normalisation takes.
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == NoCharacter) return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    private static char Half(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        _ => c,
    };

    private static void Flush(StringBuilder run, StringBuilder made)
    {
        if (run.Length > 0) made.Append(run.ToString().Normalize(NormalizationForm.FormC));
        run.Clear();
    }

    private static bool IsCompatibilityIdeograph(int rune) => rune is (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    private static bool IsForbidden(int rune) => rune is (< 0x20 and not ('\n' or '\t')) or (>= 0x7F and <= 0x9F);

    // Zero-width space, byte order mark and direction overrides: seen by nobody, they make two equal names differ.
    private static bool IsInvisible(int rune) => rune is 0x200B or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
