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
        var tokens = new Tokens();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) Add(word, SearchFold.Runes(word), tokens);
        return tokens.List;
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
        var tokens = new Tokens();
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            IReadOnlyList<Rune> before = [];
            foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var runes = SearchFold.Runes(word);
                Add(word, runes, tokens);
                if (before.Count > 0 && runes.Count > 0 && IsWord(before[^1]) && IsWord(runes[0])) tokens.Add(Pair(before[^1], runes[0]));
                before = runes;
            }
        }

        return string.Join(' ', tokens.List);
    }

    private static void Add(string word, IReadOnlyList<Rune> folded, Tokens tokens)
    {
        if (MayBeDate(word) && JapaneseDate.TryParse(word, out var day))
        {
            tokens.Number($"{day:yyyyMMdd}");
            return;
        }

        var run = new List<Rune>();
        var number = new StringBuilder();
        foreach (var rune in folded)
        {
            if (IsDigit(rune))
            {
                Flush(run, tokens);
                number.Append(rune);
            }
            else if (number.Length > 0 && rune.IsBmp && TextRules.IsHyphen((char)rune.Value))
            {
                continue;
            }
            else
            {
                tokens.Number(number.ToString());
                number.Clear();
                if (Rune.IsLetterOrDigit(rune)) run.Add(rune);
                else Flush(run, tokens);
            }
        }

        Flush(run, tokens);
        tokens.Number(number.ToString());
    }

    private static void Flush(List<Rune> run, Tokens tokens)
    {
        for (var i = 0; i < run.Count; i++)
        {
            tokens.Add(run[i].ToString());
            if (i > 0) tokens.Add(Pair(run[i - 1], run[i]));
        }

        run.Clear();
    }

    private static string Pair(Rune first, Rune second) => string.Concat(first.ToString(), second.ToString());

    // Every date ends with 日 or a digit and holds a digit: most words are none.
    private static bool MayBeDate(string word) => (word[^1] == '日' || char.IsDigit(word[^1])) && word.Any(char.IsDigit);

    private static bool IsDigit(Rune rune) => rune.IsAscii && char.IsAsciiDigit((char)rune.Value);

    private static bool IsWord(Rune rune) => Rune.IsLetter(rune);

    private sealed class Tokens
    {
        private readonly HashSet<string> seen = [];

        public List<string> List { get; } = [];

        public void Add(string token)
        {
            if (seen.Add(token)) List.Add(token);
        }

        public void Number(string digits)
        {
            if (digits.Length == 0) return;
            Add(digits);
            if (digits.Length > 4) Add(digits[^4..]);
        }
    }
}
