namespace Madoguchi.DesignSystem.Lists;

/// <summary>A table that scrolls by itself when the screen is narrow.</summary>
[HtmlTargetElement("dads-table")]
public sealed class TableTagHelper : ViewTagHelper
{
    public LocalizedText Caption { get; set; } = LocalizedText.Empty;

    public bool CaptionHidden { get; set; }

    public bool Dense { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var id = NextId("table");
        output.Becomes("div", Dense ? "dads-table dads-table--dense" : "dads-table");
        output.Set("role", "region");
        output.Set("tabindex", "0");
        output.Set("aria-labelledby", id);
        output.Fill(El.Of("table", null, El.Of("caption", CaptionHidden ? "dads-hidden" : null, Caption).With("id", id), rows));
    }
}
