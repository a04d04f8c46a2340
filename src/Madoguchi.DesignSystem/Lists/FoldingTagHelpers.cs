namespace Madoguchi.DesignSystem.Lists;

/// <summary>More for those who want it.</summary>
[HtmlTargetElement("dads-disclosure")]
public sealed class DisclosureTagHelper : TagHelper
{
    public LocalizedText Summary { get; set; } = LocalizedText.Empty;

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Becomes("details", "dads-disclosure");
        if (Open) output.Set("open", "open");
        output.Fill(El.Of("summary", null, Icons.Of(Icons.Down), El.Of("span", null, Summary)), El.Of("div", "dads-disclosure__body", body));
    }
}

/// <summary>One section of several that stand folded under each other, such as questions and their answers.</summary>
[HtmlTargetElement("dads-accordion")]
public sealed class AccordionTagHelper : TagHelper
{
    public LocalizedText Heading { get; set; } = LocalizedText.Empty;

    public int HeadingLevel { get; set; } = 3;

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Becomes("details", "dads-accordion");
        if (Open) output.Set("open", "open");
        output.Fill(
            El.Of("summary", null, Icons.Of(Icons.Down), El.Of($"h{Math.Clamp(HeadingLevel, 2, 6)}", "dads-accordion__heading", Heading)),
            El.Of("div", "dads-accordion__body", body));
    }
}

/// <summary>
/// Sides of one matter, of which one is looked at. Folding sections of one name, so the browser itself opens one and closes
/// the other, without script; wide screens set their titles in a row, narrow ones and print under each other.
/// </summary>
[HtmlTargetElement("dads-tabs")]
public sealed class TabsTagHelper : ViewTagHelper
{
    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public override void Init(TagHelperContext context) => context.Items[typeof(TabsTagHelper)] = NextId("tabs");

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("div", "dads-tabs");
        output.Set("role", "group");
        output.Set("aria-label", Label);
    }
}

/// <summary>One of them; the page says which is open first.</summary>
[HtmlTargetElement("dads-tab")]
public sealed class TabTagHelper : TagHelper
{
    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public bool Open { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Becomes("details", "dads-tab");
        output.Set("name", context.Items.TryGetValue(typeof(TabsTagHelper), out var name) ? (string)name : null);
        if (Open) output.Set("open", "open");
        output.Fill(El.Of("summary", null, El.Together(Label)), El.Of("div", "dads-tab__panel", body));
    }
}
