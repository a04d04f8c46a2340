namespace Madoguchi.DesignSystem.Forms;

/// <summary>What stands at a control, written here only: its name, whether it has to be answered, what helps to answer it.</summary>
internal sealed record FormControlLabel(Localizer Words, LocalizedText Name)
{
    public LocalizedText? Support { get; init; }

    public bool? Required { get; init; }

    public bool Readonly { get; init; }

    public LocalizedText? ReadonlyReason { get; init; }

    /// <summary>1–6: the label is also the heading of the page or section.</summary>
    public int Heading { get; init; }

    public bool HasSupport => Support is { IsEmpty: false } || Reason is not null;

    private LocalizedText? Reason => Readonly && ReadonlyReason is { IsEmpty: false } reason ? reason : null;

    public static string SupportId(string control) => $"{control}-support";

    /// <summary>The name and its mark in words: colour alone says nothing.</summary>
    public IHtmlContent Content()
    {
        var content = new HtmlContentBuilder();
        content.Put(Name);
        if (Readonly) content.Put(El.Of("span", "dads-label__status", Words["design.readonly"]));
        else if (Required is true) content.Put(El.Of("span", "dads-label__required", Words["design.required"]));
        else if (Required is false) content.Put(El.Of("span", "dads-label__status", Words["design.optional"]));
        return content;
    }

    public IHtmlContent For(string control) => Titled(El.Of("label", "dads-label", Content()).With("for", control));

    public IHtmlContent Legend() => El.Of("legend", "dads-label", Titled(Content()));

    public TagBuilder? SupportFor(string control) => !HasSupport ? null : El.Of("div", "dads-support",
        Support is { IsEmpty: false } ? El.Of("p", null, Support) : null,
        Reason is null ? null : El.Of("p", null, Reason)).With("id", SupportId(control));

    private IHtmlContent Titled(IHtmlContent label) => Heading is > 0 and < 7 ? El.Of($"h{Heading}", "dads-label-heading", label) : label;
}

/// <summary>
/// The label and support text of a control a page writes itself. The control has the id <c>FieldIds.Of(name)</c>
/// and, with a support text, <c>aria-describedby</c> that id + <c>-support</c>.
/// </summary>
[HtmlTargetElement("dads-form-control-label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormControlLabelTagHelper(Localizer text) : TagHelper
{
    public string Name { get; set; } = "";

    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public LocalizedText? Support { get; set; }

    /// <summary>true: ※必須, false: 任意, null: nothing is said.</summary>
    public bool? Required { get; set; }

    public bool Readonly { get; set; }

    public LocalizedText? ReadonlyReason { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var label = new FormControlLabel(text, Label) { Support = Support, Required = Required, Readonly = Readonly, ReadonlyReason = ReadonlyReason };
        var control = FieldIds.Of(Name);
        output.TagName = null;
        output.Fill(label.For(control), label.SupportFor(control));
    }
}
