namespace Madoguchi.DesignSystem.Messages;

public enum BannerType
{
    Info,
    Success,
    Warning,
    Error,

    /// <summary>Something to know that asks for less attention.</summary>
    Info2,
}

/// <summary>Something to know, above the content it concerns.</summary>
[HtmlTargetElement("dads-notification-banner")]
public sealed class NotificationBannerTagHelper(Localizer text) : ViewTagHelper
{
    public BannerType Type { get; set; }

    public LocalizedText? Heading { get; set; }

    public int HeadingLevel { get; set; } = 2;

    /// <summary>Spoken when the page opens, for the outcome of what was just done.</summary>
    public bool Live { get; set; }

    /// <summary>With a button 閉じる. An open dialog that a form closes: the browser does it without script. Not inside another form.</summary>
    public bool Closable { get; set; }

    private string Kind => Type.ToString().ToLowerInvariant();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var name = text["design.banner." + Kind].ToString();
        var role = !Live ? null : Type == BannerType.Error ? "alert" : "status";
        output.Becomes(Closable ? "dialog" : "div", $"dads-banner dads-banner--{Kind}");
        if (!Closable) output.Set("role", role);
        if (Closable) output.Set("open", "open");
        if (Closable) output.Set("aria-label", Heading is { IsEmpty: false } ? Heading.ToString() : name);
        output.Fill(
            Icons.Of(Icon, name),
            El.Of("div", "dads-banner__body",
                Heading is { IsEmpty: false } ? El.Of($"h{HeadingLevel}", "dads-banner__heading", Heading) : null,
                body.IsEmptyOrWhiteSpace ? null : El.Of("div", null, body)).With("role", Closable ? role : null),
            Closable ? Close() : null);
    }

    private string Icon => Type switch
    {
        BannerType.Success => Icons.Success,
        BannerType.Warning => Icons.Warning,
        BannerType.Error => Icons.Error,
        _ => Icons.Info,
    };

    private TagBuilder Close() => El.Of("form", "dads-banner__close",
        El.Of("button", "dads-button dads-button--text dads-button--md", Icons.Of(Icons.Close), El.Together(text["design.close"])).With("type", "submit"))
        .With("method", "dialog");
}

/// <summary>Danger to life and property: above everything.</summary>
[HtmlTargetElement("dads-emergency-banner")]
public sealed class EmergencyBannerTagHelper(Localizer text) : ViewTagHelper
{
    public LocalizedText Heading { get; set; } = LocalizedText.Empty;

    public int HeadingLevel { get; set; } = 2;

    public LocalizedText? Updated { get; set; }

    /// <summary>The same time for machines.</summary>
    public string? Datetime { get; set; }

    public string? ActionHref { get; set; }

    public LocalizedText? ActionText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var id = NextId("emergency");
        output.Becomes("article", "dads-emergency");
        output.Set("aria-labelledby", id);
        output.Fill(
            El.Of($"h{HeadingLevel}", "dads-emergency__heading", text["design.emergency"], Heading).With("id", id),
            Updated is null ? null : El.Of("p", "dads-emergency__time", El.Of("time", null, text["design.emergency.updated", ("time", Updated.ToString())]).With("datetime", Datetime)),
            body.IsEmptyOrWhiteSpace ? null : El.Of("div", null, body),
            ActionHref is null || ActionText is null ? null : El.Of("a", "dads-button dads-button--outline dads-button--md dads-button--danger", El.Together(ActionText)).With("href", Resolve(ActionHref)));
    }
}

public enum ChipTone
{
    Neutral,
    Info,
    Success,
    Warning,
    Error,
}

/// <summary>A short state, in words.</summary>
[HtmlTargetElement("dads-chip")]
public sealed class ChipTagHelper : TagHelper
{
    public ChipTone Tone { get; set; }

    public bool Filled { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.Becomes("span", $"dads-chip dads-chip--{Tone.ToString().ToLowerInvariant()}" + (Filled ? " dads-chip--filled" : ""));
}

/// <summary>How far it is; without a value, that something is going on.</summary>
[HtmlTargetElement("dads-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressTagHelper : ViewTagHelper
{
    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public int? Value { get; set; }

    public int Max { get; set; } = 100;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = NextId("progress");
        output.Becomes("div", "dads-progress");
        output.Fill(
            El.Of("div", "dads-progress__label", El.Of("label", null, Label).With("for", id), Value is { } v ? El.Of("span", null, $"{v}/{Max}") : null),
            El.Of("progress", null).With("id", id).With("value", Value).With("max", Max));
    }
}
