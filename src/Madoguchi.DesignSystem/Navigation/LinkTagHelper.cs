namespace Madoguchi.DesignSystem.Navigation;

/// <summary>A link in a text; says when it leaves the site or opens beside it.</summary>
[HtmlTargetElement("dads-link")]
public sealed class LinkTagHelper(Localizer text) : ViewTagHelper
{
    public string? Href { get; set; }

    /// <summary>Leads to another site, in this tab.</summary>
    public bool External { get; set; }

    /// <summary>Opens a tab of its own: only where leaving would lose what was typed.</summary>
    public bool NewTab { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("a", "dads-link");
        output.Set("href", Resolve(Href));
        if (NewTab) output.Set("target", "_blank");
        if (NewTab || External) output.Set("rel", "noopener noreferrer");
        if (NewTab || External) output.PostContent.AppendHtml(Icons.Of(Icons.Away, text[NewTab ? "design.link.newTab" : "design.link.external"].ToString()));
    }
}
