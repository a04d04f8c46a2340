namespace Madoguchi.DesignSystem.Forms;

/// <summary>One of many, in a list that opens.</summary>
[HtmlTargetElement("dads-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper(Localizer text) : FieldTagHelper(text)
{
    public IReadOnlyList<Choice> Items { get; set; } = [];

    /// <summary>The first line, for no choice yet.</summary>
    public LocalizedText? Empty { get; set; }

    public string? Autocomplete { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Single(output, List(FullName, Id, CurrentValue, Items, Empty ?? Text["design.select.empty"])
            .With("autocomplete", Autocomplete)
            .With("aria-invalid", Invalid ? "true" : null)
            .With("aria-describedby", DescribedBy())
            .With("data-readonly", Readonly ? "true" : null)
            .Flag("disabled", Disabled || Readonly), Kept(FullName, CurrentValue));

    internal static TagBuilder List(string name, string id, string? value, IReadOnlyList<Choice> items, LocalizedText? empty)
    {
        var list = El.Of("select", "dads-select").With("id", id).With("name", name);
        if (empty is not null) list.Add(El.Of("option", null, empty.ToString()).With("value", ""));
        foreach (var item in items)
            list.Add(El.Of("option", null, item.Label.ToString()).With("value", item.Value)
                .Flag("selected", item.Value == value).Flag("disabled", item.Disabled));
        return list;
    }
}
