using System.Text.RegularExpressions;

namespace Madoguchi.Studio.Lists;

/// <summary>Which kind of question an item is, by the words of its type column or of its name.</summary>
internal static class QuestionGuess
{
    private static readonly (string Kind, string[] Words)[] Types =
    [
        ("longText", ["長い文", "複数行", "自由記述", "自由記入", "記述", "文章", "テキストエリア", "longtext"]),
        ("choices", ["いくつでも選ぶ", "複数選択", "複数回答", "チェックボックス", "チェック", "choices"]),
        ("choice", ["1つ選ぶ", "一つ選ぶ", "単一選択", "択一", "選択", "ラジオボタン", "ラジオ", "プルダウン", "リスト", "ドロップダウン", "choice"]),
        ("yesNo", ["はい・いいえ", "はいいいえ", "有無", "yesno"]),
        ("yen", ["金額(円)", "金額", "yen"]),
        ("number", ["数", "数字", "数値", "整数", "number"]),
        ("date", ["日付", "年月日", "生年月日", "date"]),
        ("time", ["時刻", "time"]),
        ("period", ["期間", "period"]),
        ("name", ["氏名", "名前", "name"]),
        ("address", ["住所", "address"]),
        ("telephone", ["電話番号", "電話", "tel", "telephone"]),
        ("email", ["メールアドレス", "メール", "email", "e-mail"]),
        ("bank", ["口座", "口座番号", "bank"]),
        ("file", ["書類を付ける", "添付", "添付書類", "ファイル", "file"]),
        ("photo", ["写真", "画像", "photo"]),
        ("mapPoint", ["場所", "地図", "mappoint"]),
        ("declaration", ["同意・誓約", "同意", "誓約", "declaration"]),
        ("info", ["説明だけ", "説明", "見出し", "info"]),
        ("text", ["短い文字", "テキスト", "文字", "文字列", "一行", "1行", "text"]),
    ];

    // The bank asks for whoever applies; somebody else's name or address is not prefilled.
    private static readonly (string Bank, string Kind, string[] Labels)[] Bank =
    [
        ("applicant", "name", ["氏名", "名前", "お名前", "申請者氏名", "申請者の氏名", "届出者氏名", "申込者氏名", "申込者の氏名", "回答者氏名"]),
        ("birthDate", "date", ["生年月日", "申請者の生年月日", "申込者の生年月日"]),
        ("address", "address", ["住所", "ご住所", "現住所", "申請者住所", "申請者の住所", "申込者住所", "申込者の住所"]),
        ("telephone", "telephone", ["電話", "電話番号", "連絡先電話番号", "日中の連絡先", "連絡先", "TEL"]),
        ("email", "email", ["メール", "メールアドレス", "Eメール", "E-mail", "email", "電子メール", "電子メールアドレス"]),
        ("organizationName", "text", ["法人名", "団体名", "法人・団体名", "会社名", "事業者名", "団体の名称"]),
        ("corporateNumber", "text", ["法人番号"]),
        ("representativeName", "name", ["代表者氏名", "代表者名", "代表者の氏名"]),
    ];

    private static readonly (string Kind, Regex Words)[] Names =
    [
        ("date", Pattern("生年月日|年月日|日付|希望日|予定日|期日|[^曜]日$|日にち")),
        ("email", Pattern("メール|mail")),
        ("telephone", Pattern("電話|携帯|TEL|FAX|ファクス|ファックス")),
        ("declaration", Pattern("同意|誓約|確約")),
        ("address", Pattern("住所|所在地|居所")),
        ("name", Pattern("氏名|お名前|[者人]名$")),
        ("bank", Pattern("口座")),
        ("period", Pattern("期間")),
        ("time", Pattern("時刻|[開終始]時間$")),
        ("photo", Pattern("写真|画像")),
        ("file", Pattern("添付|証明書|の写し|図面|見積書|領収書|通帳")),
        ("yen", Pattern("金額|料金|費用|[金総価]額$|[(]円[)]$")),
        ("number", Pattern("人数|件数|個数|台数|回数|数量|年齢|面積|部数|枚数|員数")),
        ("mapPoint", Pattern("^(発見|発生)?場所$")),
        ("longText", Pattern("理由|内容|意見|要望|感想|備考|詳細|事情|経緯|自由|具体的")),
        ("yesNo", Pattern("有無|ますか|ですか|でしょうか|どうか")),
    ];

    /// <summary>The kind that these words of a type column mean; null when nobody knows.</summary>
    public static string? OfType(string words)
    {
        var plain = Plain(words);
        return Types.Where(t => t.Words.Any(w => Plain(w) == plain)).Select(t => t.Kind).FirstOrDefault();
    }

    public static (string Kind, string? Bank) OfName(string label, bool hasOptions)
    {
        var plain = Plain(label);
        if (hasOptions) return (Several().IsMatch(plain) ? "choices" : "choice", null);
        if (Array.Find(Bank, b => b.Labels.Any(l => Plain(l) == plain)) is { Bank: { } bank } known) return (known.Kind, bank);
        return (Array.Find(Names, n => n.Words.IsMatch(plain)).Kind ?? "text", null);
    }

    /// <summary>The bank's question for an item of this kind, when the bank means the same by that name.</summary>
    public static string? BankOf(string label, string kind) => Array.Find(Bank, b => b.Kind == kind && b.Labels.Any(l => Plain(l) == Plain(label))).Bank;

    public static bool IsReading(string label) => Plain(label) is "フリガナ" or "ふりがな" or "カナ" or "氏名カナ" or "氏名フリガナ" or "氏名ふりがな" or "氏名(カナ)" or "氏名(フリガナ)" or "氏名(ふりがな)" or "名前(フリガナ)" or "よみがな" or "読み仮名";

    public static bool IsPostalCode(string label) => Plain(label) is "郵便番号" or "〒";

    /// <summary>Widths, spaces and letter case make no difference.</summary>
    public static string Plain(string words) => string.Concat(TextRules.Compatible(words).Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant().TrimEnd(':', '*', '※');

    private static readonly Regex SeveralWords = Pattern("すべて|全て|複数|いくつでも");

    private static Regex Several() => SeveralWords;

    private static Regex Pattern(string words) => new(words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
