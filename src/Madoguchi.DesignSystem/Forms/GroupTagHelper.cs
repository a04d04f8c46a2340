namespace Madoguchi.DesignSystem.Forms;

/// <summary>A legend round fields that belong together.</summary>
[HtmlTargetElement("dads-group")]
public sealed class GroupTagHelper(Localizer text) : FieldTagHelper(text)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Group(output, El.Of("div", "dads-group", await output.GetChildContentAsync()));
}
