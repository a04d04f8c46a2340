using Madoguchi.Kernel.Search;
using System.Text;

namespace Madoguchi.Procedures.Search;

/// <summary>What is stored and what is asked, as the finder compares it: small つ, long vowels, 送り仮名 inside a word and English endings make no difference.</summary>
internal static partial class SearchText
{
    /// <summary>A single character that only binds words together.</summary>
    public const string Particles = "のをにがはでともへやか";

    private const string Lost = "っッｯーｰ";

    private const string LongVowels = "うくぐすずつづぬふぶぷむゆるゔおこごそぞとどのほぼぽもよろを";

    public static string Fold(string text)
    {
        var folded = SearchTokens.Fold(string.Concat(text.Where(c => !Lost.Contains(c))));
        return EnglishWord().Replace(Okurigana().Replace(ShortVowels(folded), ""), word => Stem(word.Value));
    }

    public static bool IsKana(char c) => c is >= 'ぁ' and <= 'ゖ';

    public static bool IsLatin(char c) => c is >= 'a' and <= 'z';

    /// <summary>Pairs of a Japanese word and its numbers; an English word as a whole; a word of one character as it is. Of what is stored also each 漢字 alone, as somebody may ask for it.</summary>
    public static IEnumerable<string> Tokens(string folded, bool stored = false)
    {
        foreach (var word in folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            foreach (var piece in Pieces().Matches(word).Select(m => m.Value))
                if (IsLatin(piece[0])) yield return piece;
                else
                    foreach (var token in SearchTokens.Of(piece))
                        if (token.Length > 1 || piece.Length == 1 || char.IsAsciiDigit(token[0]) || (stored && !IsKana(token[0]))) yield return token;
    }

    // ゆうびん = ゆびん, おおきい = おきい: a telephone's keyboard loses them often, and few words differ by nothing else.
    private static string ShortVowels(string folded)
    {
        var kept = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            var before = kept.Length > 0 ? kept[^1] : ' ';
            if (("あいうえお".Contains(c) && before == c) || (c == 'う' && LongVowels.Contains(before))) continue;
            kept.Append(c);
        }

        return kept.ToString();
    }

    private static string Stem(string word) => word switch
    {
        [.. var stem, 'i', 'e', 's'] when stem.Length > 2 => stem + "y",
        [.. var stem, 'i', 'n', 'g'] when stem.Length > 3 => stem,
        [.. var stem, 'e', 'd'] when stem.Length > 2 => stem,
        [.. var stem, 's'] when stem.Length > 2 && stem[^1] != 's' => stem.TrimEnd('e'),
        [.. var stem, 'e'] when stem.Length > 3 => stem,
        _ => word,
    };

    // 引越し = 引っ越し, 取付け = 取り付け: up to two kana between characters, unless one of them binds words.
    [GeneratedRegex("(?<=[一-鿿])[ぁ-ゖ-[のをにがはでともへやか]]{1,2}(?=[一-鿿])")]
    private static partial Regex Okurigana();

    [GeneratedRegex("[a-z]{4,}")]
    private static partial Regex EnglishWord();

    [GeneratedRegex("[a-z]+|[^a-z]+")]
    private static partial Regex Pieces();
}
