namespace Madoguchi.DesignSystem.Assets;

/// <summary>The link to the style sheet, for the head of every layout; one address for all languages.</summary>
[HtmlTargetElement("design-styles", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StylesTagHelper(IStyleSheets sheets) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "link";
        output.TagMode = TagMode.SelfClosing;
        output.Set("rel", "stylesheet");
        output.Set("href", sheets.Current.Path);
    }
}
