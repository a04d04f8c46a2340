using Madoguchi.DesignSystem.Forms;
using Madoguchi.DesignSystem.Messages;
using Madoguchi.DesignSystem.Navigation;

namespace Madoguchi.DesignSystem;

/// <summary>What the gallery shows: an invented city.</summary>
internal static class GallerySamples
{
    public static readonly IReadOnlyList<LanguageLink> Languages =
        [new(Language.Ja, "/design", true), new(Language.En, "/en/design", false), new(Language.JaEasy, "/ja-easy/design", false)];

    public static readonly IReadOnlyList<Crumb> Crumbs = [new("ホーム", "~/"), new("子育て・教育", "~/design"), new("保育所等の利用申込み")];

    public static readonly IReadOnlyList<Choice> Reasons =
    [
        new("work", "働いている", "会社員、自営業、内職をふくみます"),
        new("sick", "病気やけが、障害がある"),
        new("care", "家族の介護や看護をしている"),
        new("other", "そのほか", Disabled: true),
    ];

    public static readonly IReadOnlyList<Choice> Schools = [new("1", "みどり中央保育園"), new("2", "ひがし保育園"), new("3", "にし認定こども園")];

    public static readonly IReadOnlyList<LocalizedText> DateErrors = ["生年月日を入力してください"];

    public static readonly IReadOnlyList<LocalizedText> AmountErrors = ["金額を数字で入力してください"];

    public static readonly IReadOnlyList<LocalizedText> ChoiceErrors = ["理由を1つ以上選択してください"];

    public static readonly IReadOnlyList<LocalizedText> ConsentErrors = ["利用規約を読んで、同意してください"];

    public static readonly IReadOnlyList<LocalizedText> SchoolErrors = ["希望する園を選択してください"];

    public static readonly IReadOnlyList<LocalizedText> StoryErrors = ["理由を10文字以上で入力してください"];

    public static readonly IReadOnlyList<LocalizedText> FileErrors = ["本人確認書類のファイルを選択してください"];

    public static readonly IReadOnlyList<ErrorItem> Errors =
    [
        new("birthWrong", "お子さんの生年月日を入力してください"),
        new("amountWrong", "金額を数字で入力してください"),
        new(null, "受付期間を過ぎています。窓口にお越しください"),
    ];

    public static readonly IReadOnlyList<Step> Steps =
    [
        new("手続きの確認", StepState.Done, "~/design"), new("申請者の情報", StepState.Reached, "~/design"), new("お子さんの情報", StepState.Current),
        new("内容の確認", StepState.Waiting), new("申請完了", StepState.Waiting),
    ];

    public static readonly IReadOnlyList<Step> StepsWithError =
    [
        new("申請者の情報", StepState.Done, "~/design"), new("添付書類", StepState.Error, "~/design"), new("内容の確認", StepState.Waiting),
    ];

    public static readonly IReadOnlyList<MenuItem> Menu =
        [new("未着手", "~/design", true, 12), new("審査中", "~/design", false, 4), new("補正待ち", "~/design", false, 1), new("完了", "~/design")];

    public static readonly IReadOnlyList<AttachedFile> Files =
        [new("f1", "就労証明書.pdf", 482_133, "~/design"), new("f2", "収入を証する書類（とても長い名前のファイルでも折り返して表示します）.jpg", 2_621_440)];

    public static readonly IReadOnlyList<AttachedFile> KeptFiles = [new("f3", "住民票.pdf", 120_400, "~/design")];

    public static readonly IReadOnlyDictionary<string, string?> KeptDate =
        new Dictionary<string, string?> { ["era"] = "reiwa", ["year"] = "8", ["month"] = "11", ["day"] = "20" };

    public static readonly IReadOnlyDictionary<string, string?> Name =
        new Dictionary<string, string?> { ["family"] = "髙橋", ["given"] = "花子", ["familyKana"] = "タカハシ", ["givenKana"] = "ハナコ" };

    public static readonly IReadOnlyDictionary<string, string?> WrongDate =
        new Dictionary<string, string?> { ["era"] = "reiwa", ["year"] = "5", ["month"] = "13", ["day"] = "1" };

    public static readonly IReadOnlyDictionary<string, string?> Address =
        new Dictionary<string, string?> { ["postalCode"] = "1000001", ["prefecture"] = "東京都", ["city"] = "みどり市" };
}
