using System.Reflection;

namespace Madoguchi.DesignSystem;

/// <summary>One component of the gallery: its name in DADS, what it is called here, its tags.</summary>
internal sealed record GalleryPart(string Id, string Title, string Tags)
{
    private string File => string.Concat(Id.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + ".cshtml";

    public string View => "/Modules/DesignSystem/Gallery/Samples/" + File;

    /// <summary>The code of the sample is the file that is shown above it.</summary>
    public string Code
    {
        get
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("samples/" + File)
                ?? throw new InvalidOperationException($"{File} is not embedded");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().TrimEnd();
        }
    }
}

internal static class GalleryParts
{
    public static readonly IReadOnlyList<GalleryPart> All =
    [
        new("accordion", "アコーディオン", "dads-accordion"),
        new("breadcrumb", "パンくずリスト", "dads-breadcrumb"),
        new("button", "ボタン", "dads-button dads-link-button dads-actions"),
        new("card", "カード", "dads-card"),
        new("checkbox", "チェックボックス", "dads-checkboxes dads-checkbox"),
        new("chip-label", "チップラベル", "dads-chip"),
        new("date", "日付", "dads-date"),
        new("description-list", "説明リスト", "dads-description-list dads-row"),
        new("disclosure", "ディスクロージャー", "dads-disclosure"),
        new("divider", "区切り線", "dads-divider"),
        new("drawer", "ドロワー", "dads-drawer"),
        new("emergency-banner", "緊急時バナー", "dads-emergency-banner"),
        new("error-summary", "エラーのまとめ", "dads-error-summary"),
        new("file-upload", "ファイルの添付", "dads-file"),
        new("form-control-label", "入力欄のラベル", "dads-form-control-label"),
        new("heading", "見出し", "dads-heading"),
        new("horizontal-menu", "横並びのメニュー", "dads-horizontal-menu"),
        new("input-text", "1行の入力欄", "dads-input"),
        new("language-selector", "言語の選択", "dads-language-selector"),
        new("link", "リンク", "dads-link"),
        new("list", "リスト", "dads-list"),
        new("notification-banner", "お知らせ", "dads-notification-banner"),
        new("pagination", "ページの移動", "dads-pagination"),
        new("progress-indicator", "進み具合", "dads-progress"),
        new("radio", "ラジオボタン", "dads-radios dads-yes-no"),
        new("search-box", "検索", "dads-search-box"),
        new("select", "選択欄", "dads-select"),
        new("step-navigation", "ステップ", "dads-step-navigation"),
        new("tab", "タブ", "dads-tabs dads-tab"),
        new("table", "表", "dads-table"),
        new("textarea", "複数行の入力欄", "dads-textarea"),
        new("utility-link", "補助のリンク", "dads-utility-link"),
        new("name", "氏名", "dads-name"),
        new("address", "住所", "dads-address"),
        new("bank", "口座", "dads-bank"),
        new("group", "入力欄のまとまり", "dads-group"),
        new("resource-list", "申請などの一覧", "dads-resource-list dads-resource"),
        new("timeline", "経過", "dads-timeline dads-event"),
    ];
}
