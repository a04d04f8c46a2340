namespace Madoguchi.DesignSystem.Forms;

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("dads-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper(Localizer text) : FieldTagHelper(text)
{
    public int Rows { get; set; } = 5;

    public int? Maxlength { get; set; }

    public string? Autocomplete { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var limit = Maxlength is { } most ? El.Of("p", "dads-limit", Text["design.maxlength", ("count", most)]).With("id", $"{Id}-limit") : null;
        var area = El.Of("textarea", "dads-textarea")
            .With("id", Id).With("name", FullName).With("rows", Rows).With("maxlength", Maxlength)
            .With("autocomplete", Autocomplete)
            .With("aria-invalid", Invalid ? "true" : null)
            .With("aria-describedby", DescribedBy(limit is null ? null : $"{Id}-limit"))
            .Flag("readonly", Readonly).Flag("disabled", Disabled)
            // A browser drops the first line break inside a textarea.
            .Add("\n", CurrentValue);
        Single(output, area, limit);
    }
}
