using System.Text;
using Madoguchi.Kernel.Text;
using Madoguchi.Kernel.Time;

namespace Madoguchi.Kernel.Search;

/// <summary>
/// The one tokenizer of every search: the same tokens for what is stored and what is asked, on both databases.
/// A query matches where all its tokens are present. Width, kana kind, small kana, long vowels, name variants
/// and variation selectors make no difference; 「髙橋 𠮷子」 is found as 「高橋」 or 「吉子」.
/// </summary>
public static class SearchTokens
{
    /// <summary>
    /// Distinct tokens: single characters and overlapping pairs of each word; a number (hyphens inside left out) whole
    /// and by its last four digits; a date in any notation as yyyyMMdd.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var tokens = new TokenLine();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Add(word, SearchFold.Runes(word), tokens);
        return tokens.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The text with its ways of writing made equal, as the tokens are; what is neither letter nor digit becomes a space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in SearchFold.Runes(text))
            if (Rune.IsLetterOrDigit(rune)) folded.Append(rune.ToString());
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        return folded.ToString().TrimEnd();
    }

    /// <summary>
    /// The tokens of several fields as one line for a token column. Words on either side of a space are also joined,
    /// so that 「高橋 吉子」 is found as 「高橋吉子」.
    /// </summary>
    public static string Line(params string?[] texts)
    {
        var tokens = new TokenLine();
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            Rune? before = null;
            foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var runes = SearchFold.Runes(word);
                Add(word, runes, tokens);
                if (before is { } last && runes.Count > 0 && Rune.IsLetter(last) && Rune.IsLetter(runes[0])) tokens.Pair(last, runes[0]);
                before = runes.Count > 0 ? runes[^1] : null;
            }
        }

        return tokens.ToString();
    }

    private static void Add(string word, List<Rune> folded, TokenLine tokens)
    {
        if (MayBeDate(word) && JapaneseDate.TryParse(word, out var day))
        {
            tokens.Number($"{day:yyyyMMdd}");
            return;
        }

        Rune? before = null;
        var number = new StringBuilder();
        foreach (var rune in folded)
        {
            if (IsDigit(rune)) number.Append((char)rune.Value);
            else if (number.Length > 0 && rune.IsBmp && TextRules.IsHyphen((char)rune.Value)) continue;
            else before = Letter(rune, before, number, tokens);
            if (number.Length > 0) before = null;
        }

        tokens.Number(number.ToString());
    }

    // A number before it ends here; a sign ends the run of letters.
    private static Rune? Letter(Rune rune, Rune? before, StringBuilder number, TokenLine tokens)
    {
        tokens.Number(number.ToString());
        number.Clear();
        if (!Rune.IsLetterOrDigit(rune)) return null;
        tokens.Single(rune);
        if (before is { } last) tokens.Pair(last, rune);
        return rune;
    }

    // Every date ends with 日 or a digit and holds a digit: most words are none.
    private static bool MayBeDate(string word) => (word[^1] == '日' || char.IsDigit(word[^1])) && word.Any(char.IsDigit);

    private static bool IsDigit(Rune rune) => rune.IsAscii && char.IsAsciiDigit((char)rune.Value);

    /// <summary>Tokens once each, with a space between. Every arrival comes by here: a token costs no text of its own.</summary>
    private sealed class TokenLine
    {
        private readonly StringBuilder line = new(256);
        private readonly HashSet<ulong> letters = new(64);
        private readonly HashSet<string> numbers = [];

        public void Single(Rune rune)
        {
            if (!letters.Add((uint)rune.Value)) return;
            Space();
            Write(rune);
        }

        public void Pair(Rune first, Rune second)
        {
            if (!letters.Add(((ulong)first.Value << 32) | (uint)second.Value)) return;
            Space();
            Write(first);
            Write(second);
        }

        public void Number(string digits)
        {
            if (digits.Length == 0) return;
            Whole(digits);
            if (digits.Length > 4) Whole(digits[^4..]);
        }

        public override string ToString() => line.ToString();

        private void Whole(string digits)
        {
            if (!numbers.Add(digits)) return;
            Space();
            line.Append(digits);
        }

        private void Space()
        {
            if (line.Length > 0) line.Append(' ');
        }

        private void Write(Rune rune)
        {
            if (rune.IsBmp) line.Append((char)rune.Value);
            else line.Append(rune.ToString());
        }
    }
}
