namespace Madoguchi.DesignSystem.Forms;

public enum ButtonType
{
    Solid,
    Outline,
    Text,
}

public enum ButtonSize
{
    Lg,
    Md,
    Sm,
    Xs,
}

/// <summary>What buttons and links that look like buttons share.</summary>
public abstract class ButtonLook : ViewTagHelper
{
    public ButtonType Type { get; set; }

    public ButtonSize Size { get; set; }

    /// <summary>For acts that cannot be taken back.</summary>
    public bool Danger { get; set; }

    public bool Wide { get; set; }

    public bool Disabled { get; set; }

    private protected string Css =>
        $"dads-button dads-button--{Type.ToString().ToLowerInvariant()} dads-button--{Size.ToString().ToLowerInvariant()}"
        + (Danger ? " dads-button--danger" : "") + (Wide ? " dads-button--wide" : "");
}

/// <summary>Does something.</summary>
[HtmlTargetElement("dads-button")]
public sealed class ButtonTagHelper : ButtonLook
{
    public bool Submit { get; set; } = true;

    public string? Name { get; set; }

    public string? Value { get; set; }

    public string? FormAction { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("button", Css);
        output.KeepTogether();
        output.Set("type", Submit ? "submit" : "button");
        output.Set("name", Name);
        output.Set("value", Value);
        output.Set("formaction", Resolve(FormAction));
        if (Disabled) output.Set("disabled", "disabled");
    }
}

/// <summary>Goes somewhere, as visible as a button.</summary>
[HtmlTargetElement("dads-link-button")]
public sealed class LinkButtonTagHelper : ButtonLook
{
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("a", Css);
        output.KeepTogether();
        if (Disabled)
        {
            output.Set("role", "link");
            output.Set("aria-disabled", "true");
        }
        else
        {
            output.Set("href", Resolve(Href));
        }
    }
}

/// <summary>A row of buttons.</summary>
[HtmlTargetElement("dads-actions")]
public sealed class ActionsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Becomes("div", "dads-actions");
}
