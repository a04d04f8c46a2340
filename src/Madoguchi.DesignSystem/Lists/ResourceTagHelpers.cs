namespace Madoguchi.DesignSystem.Lists;

/// <summary>A list of things to open: matters, notices, procedures.</summary>
[HtmlTargetElement("dads-resource-list")]
public sealed class ResourceListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("ul", "dads-resources");
        // Without list style Safari forgets that it is a list.
        output.Set("role", "list");
    }
}

/// <summary>One of them; the whole line can be pressed.</summary>
[HtmlTargetElement("dads-resource")]
public sealed class ResourceTagHelper : ViewTagHelper
{
    public string? Href { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public LocalizedText Heading { get; set; } = LocalizedText.Empty;

    public LocalizedText? Sub { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Becomes("li", "dads-resource");
        output.Fill(
            El.Of("div", "dads-resource__main",
                Href is null ? El.Of("span", "dads-resource__heading", Heading) : El.Of("a", "dads-resource__heading", Heading).With("href", Resolve(Href)),
                Sub is { IsEmpty: false } ? El.Of("p", "dads-resource__sub", Sub) : null),
            body.IsEmptyOrWhiteSpace ? null : El.Of("div", "dads-resource__meta", body));
    }
}

/// <summary>What happened, in order.</summary>
[HtmlTargetElement("dads-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("ol", "dads-timeline");
        output.Set("role", "list");
    }
}

/// <summary>One thing that happened.</summary>
[HtmlTargetElement("dads-event")]
public sealed class EventTagHelper : TagHelper
{
    public LocalizedText Heading { get; set; } = LocalizedText.Empty;

    public LocalizedText? When { get; set; }

    /// <summary>The same time for machines.</summary>
    public string? Datetime { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Becomes("li", "dads-event");
        output.Fill(
            El.Of("p", "dads-event__heading", Heading),
            When is null ? null : El.Of("p", "dads-event__when", El.Of("time", null, When).With("datetime", Datetime)),
            body.IsEmptyOrWhiteSpace ? null : El.Of("div", "dads-event__body", body));
    }
}
