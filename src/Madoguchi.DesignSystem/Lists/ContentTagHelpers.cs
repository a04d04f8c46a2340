namespace Madoguchi.DesignSystem.Lists;

public enum HeadingSize
{
    ByLevel,
    Xl,
    Lg,
    Md,
    Sm,
    Xs,
}

/// <summary>A heading; its looks may differ from its level.</summary>
[HtmlTargetElement("dads-heading")]
public sealed class HeadingTagHelper : TagHelper
{
    public int Level { get; set; } = 2;

    public HeadingSize Size { get; set; }

    /// <summary>A few words above it: the name of the procedure, the number.</summary>
    public LocalizedText? Shoulder { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var size = Size == HeadingSize.ByLevel ? (HeadingSize)Math.Clamp(Level + 1, 2, 5) : Size;
        if (Level == 1 && Size == HeadingSize.ByLevel) size = HeadingSize.Xl;
        output.Becomes($"h{Math.Clamp(Level, 1, 6)}", $"dads-heading dads-heading--{size.ToString().ToLowerInvariant()}");
        output.Fill(Shoulder is { IsEmpty: false } ? El.Of("span", "dads-heading__shoulder", Shoulder) : null, content);
    }
}

/// <summary>A box about one thing; with a href its heading is a link and the whole box can be pressed.</summary>
[HtmlTargetElement("dads-card")]
public sealed class CardTagHelper : ViewTagHelper
{
    public string? Href { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public LocalizedText? Heading { get; set; }

    public int HeadingLevel { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Becomes("div", Href is null ? "dads-card" : "dads-card dads-card--link");
        output.Fill(
            Heading is null ? null : El.Of($"h{HeadingLevel}", "dads-card__heading",
                Href is null ? Heading : El.Of("a", null, Heading).With("href", Resolve(Href))),
            body.IsEmptyOrWhiteSpace ? null : El.Of("div", "dads-card__body", body));
    }
}

/// <summary>Points in no order or, numbered, in theirs.</summary>
[HtmlTargetElement("dads-list")]
public sealed class ListTagHelper : TagHelper
{
    public bool Ordered { get; set; }

    /// <summary>Room between points of several lines.</summary>
    public bool Loose { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Becomes(Ordered ? "ol" : "ul", Loose ? "dads-list dads-list--loose" : "dads-list");
}

/// <summary>A line between two things.</summary>
[HtmlTargetElement("dads-divider", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DividerTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("hr", "dads-divider");
        output.TagMode = TagMode.SelfClosing;
    }
}
