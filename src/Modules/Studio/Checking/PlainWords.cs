using System.Text.RegularExpressions;

namespace Madoguchi.Studio.Checking;

/// <summary>The rules speak to people who write files and name their keys. In the studio the same sentence names what stands on the screen.</summary>
internal static partial class PlainWords
{
    private static readonly (string Key, string Words)[] Known =
    [
        ("en か ja-easy が", "英語かやさしい日本語が"), ("ja-easy", "やさしい日本語"), ("en に", "英語に"),
        ("type が file の設問で document に指して", "「書類を付ける」の設問で、その書類を選んで"),
        ("personalData.myNumber が false です。聞かないか、true にして", "「個人番号がある」にしるしがありません。聞かないか、しるしを付けて"),
        ("own:chief、own:manager か、kosodate.manager のような職のコードで書いて", "一覧から選んで"),
        ("selfGovernment か entrusted1", "「自治事務」か「第1号法定受託事務」"), ("electronic か paper", "「電子」か「紙」"),
        ("reasonsRequired を true に", "理由の要るものに"), ("conditions を true に", "条件を書けるものに"), ("display を select に", "「見せ方」を「一覧から選ぶ」に"),
        ("autocomplete は HTML の標準の語で書いて", "「ブラウザーの自動入力」を一覧から選んで"), ("autocomplete", "「ブラウザーの自動入力」"),
        ("excludes", "「日数に含めないもの」"), ("help", "「説明」"), ("url", "リンク"), ("kind", "「教示」"), ("pia", "「特定個人情報保護評価」"), ("審査基準の id", "審査基準"),
    ];

    public static string Of(string reason)
    {
        var plain = Prefill().Replace(Keys().Replace(reason, ""), "「市が知っていることを入れておく」を選んで");
        return Spaces().Replace(Known.Aggregate(plain, (text, known) => text.Replace(known.Key, known.Words, StringComparison.Ordinal)), "");
    }

    // 「短い名(short)」, 「無料です(required)」: what stands before says it already.
    [GeneratedRegex(@"\([A-Za-z:.-]+(?:、[A-Za-z]+)*(?: など)?\)")]
    private static partial Regex Keys();

    // Those that stood around a key.
    [GeneratedRegex(@"(?<=[\u3041-\u30FF\u4E00-\u9FFF」]) (?=[\u3041-\u30FF\u4E00-\u9FFF「])")]
    private static partial Regex Spaces();

    [GeneratedRegex("\"prefill\": \"[A-Za-z.]+\" を付けて")]
    private static partial Regex Prefill();
}
