namespace Madoguchi.DesignSystem.Forms;

/// <summary>Radios or checkboxes under one legend.</summary>
public abstract class ChoicesTagHelper(Localizer text) : FieldTagHelper(text)
{
    private protected void Write(TagHelperOutput output, string type, IReadOnlyList<Choice> items, Func<string, bool> chosen, bool inline = false)
    {
        var list = El.Of("div", inline ? "dads-choices dads-choices--inline" : "dads-choices");
        for (var i = 0; i < items.Count; i++) list.Add(Line(type, items[i], $"{Id}-{i + 1}", chosen(items[i].Value)));
        Group(output, list);
    }

    private TagBuilder Line(string type, Choice item, string id, bool chosen)
    {
        var support = item.Support is { IsEmpty: false } ? $"{id}-support" : null;
        return El.Of("div", "dads-choice",
            El.Of("input", $"dads-{type}").With("type", type).With("id", id).With("name", FullName).With("value", item.Value)
                .With("aria-invalid", Invalid && type == "checkbox" ? "true" : null)
                .With("aria-describedby", support)
                .Flag("checked", chosen).Flag("disabled", item.Disabled || Readonly),
            El.Of("label", null, item.Label).With("for", id),
            support is null ? null : El.Of("p", "dads-support", item.Support).With("id", support),
            chosen ? Kept(FullName, item.Value) : null);
    }
}

/// <summary>One of a few.</summary>
[HtmlTargetElement("dads-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper(Localizer text) : ChoicesTagHelper(text)
{
    public IReadOnlyList<Choice> Items { get; set; } = [];

    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, "radio", Items, value => value == CurrentValue, Inline);
}

/// <summary>Yes or no; posts true or false.</summary>
[HtmlTargetElement("dads-yes-no", TagStructure = TagStructure.WithoutEndTag)]
public sealed class YesNoTagHelper(Localizer text) : ChoicesTagHelper(text)
{
    public LocalizedText? Yes { get; set; }

    public LocalizedText? No { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Write(output, "radio", [new("true", Yes ?? Text["design.yes"]), new("false", No ?? Text["design.no"])],
            value => string.Equals(value, CurrentValue, StringComparison.OrdinalIgnoreCase), inline: true);
}

/// <summary>Any of several.</summary>
[HtmlTargetElement("dads-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxesTagHelper(Localizer text) : ChoicesTagHelper(text)
{
    public IReadOnlyList<Choice> Items { get; set; } = [];

    public IEnumerable<string>? Values { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Chosen().ToHashSet();
        Write(output, "checkbox", Items, chosen.Contains);
    }

    private IEnumerable<string> Chosen() => Values ?? Entry?.RawValue switch
    {
        IEnumerable<string> many => many,
        string one => [one],
        _ => For?.Model switch
        {
            string one => [one],
            System.Collections.IEnumerable many => many.Cast<object?>().Select(AsText).OfType<string>(),
            _ => [],
        },
    };
}

/// <summary>One box to tick, its label beside it.</summary>
[HtmlTargetElement("dads-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxTagHelper(Localizer text) : FieldTagHelper(text)
{
    public bool? Checked { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = Value ?? "true";
        var ticked = Checked ?? (Attempted(FullName) ?? AsText(For?.Model))?.Split(',').Contains(value, StringComparer.OrdinalIgnoreCase) ?? false;
        output.Becomes("div", Invalid ? "dads-field dads-field--invalid" : "dads-field");
        var box = El.Of("input", "dads-checkbox").With("type", "checkbox").With("id", Id).With("name", FullName).With("value", value)
            .With("aria-invalid", Invalid ? "true" : null).With("aria-describedby", DescribedBy())
            .Flag("checked", ticked).Flag("disabled", Disabled || Readonly);
        output.Fill(El.Of("div", "dads-choice", box, El.Of("label", null, Named.Content()).With("for", Id), Named.SupportFor(Id)), ticked ? Kept(FullName, value) : null, ErrorPart());
    }
}
