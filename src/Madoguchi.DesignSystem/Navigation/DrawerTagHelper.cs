namespace Madoguchi.DesignSystem.Navigation;

/// <summary>
/// A menu that slides over the page from its edge. The browser's own popover: opened and closed by buttons, Escape or a touch
/// beside it, without script; a browser that knows no popover shows the content in its place.
/// </summary>
[HtmlTargetElement("dads-drawer")]
public sealed class DrawerTagHelper(Localizer text) : ViewTagHelper
{
    /// <summary>What the button says; unless given, "menu".</summary>
    public LocalizedText? Label { get; set; }

    /// <summary>The title inside; unless given, what the button says.</summary>
    public LocalizedText? Heading { get; set; }

    public int HeadingLevel { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var (id, label) = (NextId("drawer"), Label ?? text["design.drawer"]);
        output.Becomes("div", "dads-drawer");
        output.Fill(
            Button("dads-drawer__open", id, "toggle", Icons.Of(Icons.Menu), label),
            El.Of("div", "dads-drawer__panel",
                El.Of("div", "dads-drawer__head",
                    El.Of($"h{Math.Clamp(HeadingLevel, 2, 6)}", "dads-drawer__heading", Heading ?? label).With("id", $"{id}-heading"),
                    // The focus goes into the drawer when it opens, and back when it closes.
                    Button("dads-drawer__close", id, "hide", Icons.Of(Icons.Close), text["design.close"]).Flag("autofocus", true)),
                El.Of("div", "dads-drawer__body", body))
                .With("id", id).With("popover", "auto").With("role", "dialog").With("aria-labelledby", $"{id}-heading"));
    }

    private static TagBuilder Button(string css, string id, string act, IHtmlContent icon, LocalizedText label) =>
        El.Of("button", $"dads-button dads-button--text dads-button--md {css}", icon, El.Together(label))
            .With("type", "button").With("popovertarget", id).With("popovertargetaction", act);
}
