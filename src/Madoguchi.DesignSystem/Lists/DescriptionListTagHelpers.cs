namespace Madoguchi.DesignSystem.Lists;

/// <summary>Names and their values: to check answers, to show a matter.</summary>
[HtmlTargetElement("dads-description-list")]
public sealed class DescriptionListTagHelper : TagHelper
{
    public bool Dense { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Becomes("dl", Dense ? "dads-description dads-description--dense" : "dads-description");
}

/// <summary>One name and its value, with a way to change it.</summary>
[HtmlTargetElement("dads-row")]
public sealed class RowTagHelper(Localizer text) : ViewTagHelper
{
    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public string? ChangeHref { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public LocalizedText? ChangeText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.Becomes("div", "dads-row");
        output.Fill(
            El.Of("dt", null, Label),
            El.Of("dd", "dads-row__value", value),
            ChangeHref is null ? null : El.Of("dd", "dads-row__change",
                El.Of("a", null, ChangeText ?? text["design.change"], El.Hidden($"（{Label}）")).With("href", Resolve(ChangeHref))));
    }
}
