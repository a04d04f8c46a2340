namespace Madoguchi.DesignSystem.Messages;

public enum BannerType
{
    Info,
    Success,
    Warning,
    Error,
}

/// <summary>Something to know, above the content it concerns.</summary>
[HtmlTargetElement("dads-notification-banner")]
public sealed class NotificationBannerTagHelper(Localizer text) : TagHelper
{
    public BannerType Type { get; set; }

    public LocalizedText? Heading { get; set; }

    public int HeadingLevel { get; set; } = 2;

    /// <summary>Spoken when the page opens, for the outcome of what was just done.</summary>
    public bool Live { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var kind = Type.ToString().ToLowerInvariant();
        var body = await output.GetChildContentAsync();
        output.Becomes("div", $"dads-banner dads-banner--{kind}");
        if (Live) output.Set("role", Type == BannerType.Error ? "alert" : "status");
        output.Fill(
            Icons.Of(Type switch
            {
                BannerType.Success => Icons.Success,
                BannerType.Warning => Icons.Warning,
                BannerType.Error => Icons.Error,
                _ => Icons.Info,
            }, text["design.banner." + kind].ToString()),
            El.Of("div", "dads-banner__body",
                Heading is { IsEmpty: false } ? El.Of($"h{HeadingLevel}", "dads-banner__heading", Heading) : null,
                body.IsEmptyOrWhiteSpace ? null : El.Of("div", null, body)));
    }
}

/// <summary>Danger to life and property: above everything.</summary>
[HtmlTargetElement("dads-emergency-banner")]
public sealed class EmergencyBannerTagHelper(Localizer text) : ViewTagHelper
{
    public LocalizedText Heading { get; set; } = LocalizedText.Empty;

    public LocalizedText? Updated { get; set; }

    /// <summary>The same time for machines.</summary>
    public string? Datetime { get; set; }

    public string? ActionHref { get; set; }

    public LocalizedText? ActionText { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Becomes("article", "dads-emergency");
        output.Fill(
            El.Of("h2", "dads-emergency__heading", text["design.emergency"], Heading),
            Updated is null ? null : El.Of("p", "dads-emergency__time", El.Of("time", null, text["design.emergency.updated", ("time", Updated.ToString())]).With("datetime", Datetime)),
            El.Of("div", null, body),
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
