namespace Madoguchi.DesignSystem.Forms;

/// <summary>One line of text.</summary>
[HtmlTargetElement("dads-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InputTagHelper(Localizer text) : FieldTagHelper(text)
{
    public string Type { get; set; } = "text";

    public string? Inputmode { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public string? Autocomplete { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public int? Maxlength { get; set; }

    public int? Size { get; set; }

    public FieldWidth Width { get; set; }

    public LocalizedText? Prefix { get; set; }

    public LocalizedText? Suffix { get; set; }

    public bool? Spellcheck { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Spinning numbers change by the mouse wheel and refuse full-width digits: text with a number keyboard instead.
        var number = Type.Equals("number", StringComparison.OrdinalIgnoreCase);
        var input = El.Of("input", "dads-input" + WidthClass)
            .With("id", Id).With("name", FullName).With("type", number ? "text" : Type.ToLowerInvariant())
            .With("value", Type.Equals("password", StringComparison.OrdinalIgnoreCase) ? null : CurrentValue)
            .With("inputmode", Inputmode ?? (number ? "numeric" : null))
            .With("autocomplete", Autocomplete)
            .With("maxlength", Maxlength).With("size", Size)
            .With("spellcheck", Spellcheck is { } check ? (check ? "true" : "false") : null)
            .With("aria-invalid", Invalid ? "true" : null)
            .With("aria-describedby", DescribedBy(Suffix is null ? null : $"{Id}-suffix"))
            .Flag("readonly", Readonly).Flag("disabled", Disabled);

        Single(output, Prefix is null && Suffix is null ? input : El.Of("div", "dads-affixed",
            Prefix is null ? null : El.Of("span", null, Prefix),
            input,
            Suffix is null ? null : El.Of("span", null, Suffix).With("id", $"{Id}-suffix")));
    }

    private string WidthClass => Size is not null ? " dads-input--sized" : Width switch
    {
        FieldWidth.Full => " dads-input--full",
        FieldWidth.Medium => " dads-input--medium",
        FieldWidth.Short => " dads-input--short",
        FieldWidth.Digits4 => " dads-input--digits4",
        FieldWidth.Digits2 => " dads-input--digits2",
        _ => "",
    };
}
