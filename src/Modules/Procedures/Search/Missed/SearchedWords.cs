namespace Madoguchi.Procedures.Search.Missed;

/// <summary>What of a search may be kept: the words as people write them, nothing that looks like somebody's data. The rule stands in docs/search.md.</summary>
internal static partial class SearchedWords
{
    public const int Longest = 60;

    /// <summary>The words made regular (width, case, spaces); null when they must not be kept.</summary>
    public static string? Keep(string typed)
    {
        var words = Spaces().Replace(TextRules.Compatible(TextRules.Normalise(typed)).ToLowerInvariant(), " ").Trim();
        return words.Length is 0 or > Longest || !words.Any(char.IsLetterOrDigit) || IsPersonal(words) ? null : words;
    }

    private static bool IsPersonal(string words) =>
        words.Contains('@') || words.Contains("://", StringComparison.Ordinal) || words.Contains("www.", StringComparison.Ordinal)
        || Digits().IsMatch(Between().Replace(words, "")) || Address().IsMatch(words) || BirthDate().IsMatch(words) || Named().IsMatch(words);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // 090-1234-5678, 123 4567: what stands between digits hides no number.
    [GeneratedRegex(@"(?<=[0-9〇一二三四五六七八九])[-‐‑–—―−ー.・/ ]+(?=[0-9〇一二三四五六七八九])")]
    private static partial Regex Between();

    [GeneratedRegex("[0-9]{4}|[〇一二三四五六七八九]{4}")]
    private static partial Regex Digits();

    [GeneratedRegex("[0-9〇一二三四五六七八九十](丁目|番地|番[0-9]|号室|[-‐‑–—―−ー][0-9])")]
    private static partial Regex Address();

    [GeneratedRegex("(明治|大正|昭和|平成|令和|[mtshr])[0-9元〇一二三四五六七八九十]+(年(?!度)|[./])|[0-9]+月[0-9]+日(生|うまれ)")]
    private static partial Regex BirthDate();

    // 田中さん, but お客様 and お子さん.
    [GeneratedRegex("(?<![おご一-鿿])[一-鿿々]+(さん|様|氏|くん|君|ちゃん)(?![一-鿿])|\\b(mr|mrs|ms)[. ]+[a-z]")]
    private static partial Regex Named();
}
