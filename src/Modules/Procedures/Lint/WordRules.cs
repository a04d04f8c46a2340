namespace Madoguchi.Procedures.Lint;

/// <summary>Words residents can read: three languages, no office language, short sentences, ruby on every kanji of easy Japanese.</summary>
internal static partial class WordRules
{
    private static readonly (string Word, string Instead)[] Office =
    [
        ("遅滞なく", "すぐに"), ("速やかに", "早めに"), ("ご査収", "受け取り"), ("御査収", "受け取り"), ("思料", "考え"), ("鑑み", "考え"), ("資する", "役立つ"), ("所要の", "必要な"),
        ("当該", "この・その"), ("該当する旨", "当てはまること"), ("の旨を", "ことを"), ("疎明", "説明"), ("具備", "そろえ"), ("添付の上", "添付して"), ("記名押印", "氏名の記入"), ("押印", "(不要なら消す)"),
        ("貴殿", "あなた"), ("別途", "別に"), ("教示願", "教えてください"), ("励行", "守って"), ("被添付者", "添付する方"), ("来庁", "市役所に来て"), ("ご了知", "ご承知"), ("可及的", "できるだけ"),
        ("支弁", "支払"), ("交付を受けよう", "受け取ろう"), ("供する", "使う"), ("若しくは", "または"), ("及び", "と・および"), ("並びに", "と・ならびに"),
    ];

    private static readonly HashSet<string> KnownAbbreviations = ["PDF", "PNG", "JPEG", "QR", "ID", "URL", "OK", "ＰＤＦ", "FAX", "NPO", "SMS", "TEL", "LINE", "IC", "DV"];

    public static IEnumerable<Found> Run(LintSubject subject)
    {
        foreach (var place in subject.Untranslated.Distinct())
            yield return Found.Fault(place, "words-translation", "住民が読む文に en か ja-easy がありません。三つの言語で書いてください。");
        if (!AnswerText.IsKatakana(subject.Edition.Kana)) yield return Found.Fault("$.kana", "words-kana", "読みはカタカナだけで書いてください。");
        if (subject.Edition.Title.Ja.Length > 40) yield return Found.Advice("$.title", "words-title", "手続の名が長すぎます。40字までにしてください。");
        if (subject.Edition.Keywords.Count < 3) yield return Found.Advice("$.keywords", "words-keywords", "住民が探すときに使う言葉を三つ以上書いてください。");
        foreach (var found in subject.Texts.SelectMany(Of)) yield return found;
    }

    /// <summary>What is wrong with the words of one text.</summary>
    public static IEnumerable<Found> Of(DefinitionText text)
    {
        foreach (var (word, instead) in Office)
            if (text.Ja.Contains(word, StringComparison.Ordinal)) yield return Found.Advice(text.Place, "words-office", $"役所言葉「{word}」は「{instead}」などに言い換えてください。");
        if (PrintAndBring().IsMatch(text.Ja)) yield return Found.Fault(text.Place, "words-print", "「印刷して持参」とあります。オンラインで終わる手続にするか、その場で入力できるようにしてください。");
        if (DoubleNegative().Match(text.Ja) is { Success: true, Value: var negative }) yield return Found.Fault(text.Place, "words-negative", $"二重否定「{negative}…」は、肯定の文に直してください。");
        foreach (var sentence in text.Ja.Split('。', '\n'))
        {
            if (sentence.Length > 120) yield return Found.Fault(text.Place, "words-long", $"一文が{sentence.Length}字あります。120字までに分けてください。");
            else if (sentence.Length > 80) yield return Found.Advice(text.Place, "words-long", $"一文が{sentence.Length}字あります。80字までにすると読みやすくなります。");
        }

        if (text.Ja.Length >= 30 && text.Ja.Count(IsKanji) * 100 / text.Ja.Length > 60) yield return Found.Advice(text.Place, "words-kanji", "漢字が6割を超えています。かなを交ぜるか、文を分けてください。");
        foreach (Match match in Abbreviation().Matches(text.Ja))
            if (!KnownAbbreviations.Contains(match.Groups[1].Value)) yield return Found.Advice(text.Place, "words-abbreviation", $"略語「{match.Groups[1].Value}」に説明がありません。はじめに「{match.Groups[1].Value}（…）」と書いてください。");
        if (text.En is { } en && en.Count(c => IsKanji(c) || c is >= '\u3041' and <= '\u30FA') is > 0 and var left)
        {
            if (left * 3 > en.Length && !text.Place.EndsWith(".example", StringComparison.Ordinal)) yield return Found.Fault(text.Place, "words-english", "en に日本語が残っています。英語で書いてください。");
            else yield return Found.Advice(text.Place, "words-english", "en に日本語があります。固有の名でなければ、英語で書いてください。");
        }

        if (text.Easy is not { } easy) yield break;
        var bare = Argument().Replace(Ruby().Replace(easy, ""), "");
        if (bare.Any(IsKanji)) yield return Found.Fault(text.Place, "words-ruby", $"ja-easy の漢字「{bare.First(IsKanji)}」にふりがながありません。{{漢字|かんじ}} と書いてください。");
        if (bare.Contains('{') || bare.Contains('}') || bare.Contains('|')) yield return Found.Fault(text.Place, "words-ruby", "ja-easy のふりがなの形が違います。{漢字|かんじ} と書いてください。");
        foreach (var sentence in Ruby().Replace(easy, m => m.Groups[1].Value).Split('。', '\n'))
            if (sentence.Length > 60) yield return Found.Advice(text.Place, "words-easy-long", $"ja-easy の一文が{sentence.Length}字あります。60字までに分けてください。");
    }

    public static bool IsKanji(char c) => c is (>= '\u4E00' and <= '\u9FFF') or '々';

    [GeneratedRegex(@"印刷(し|の上)[^。]{0,12}(持参|持って|お持ち|持ち込)")]
    private static partial Regex PrintAndBring();

    [GeneratedRegex("(?<![A-Za-z0-9])([A-Z]{2,6})(?![A-Za-z0-9（(])")]
    private static partial Regex Abbreviation();

    [GeneratedRegex("ない(わけ|こと)で?は(な|あり)|なく[もは](な|あり)|ないと[はも](言|い)え")]
    private static partial Regex DoubleNegative();

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\{([^{}|]+)\|[^{}|]+\}")]
    private static partial Regex Ruby();
}
