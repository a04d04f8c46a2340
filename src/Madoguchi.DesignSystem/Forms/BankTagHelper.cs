namespace Madoguchi.DesignSystem.Forms;

/// <summary>An account to be paid into.</summary>
[HtmlTargetElement("dads-bank", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BankTagHelper(Localizer text) : PartsTagHelper(text)
{
    private static readonly string[] Kinds = ["ordinary", "current"];

    private protected override IReadOnlyList<string> Parts => ["bankCode", "branchCode", "type", "number", "holderKana"];

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Group(output, El.Of("div", "dads-parts",
            Part("bankCode", FieldWidth.Digits4, "numeric"),
            Part("branchCode", FieldWidth.Digits4, "numeric"),
            Kind(),
            Part("number", FieldWidth.Short, "numeric"),
            Part("holderKana", FieldWidth.Full, null)));

    private TagBuilder Part(string part, FieldWidth width, string? inputmode) =>
        PartField(part, Text["design.bank." + part], PartInput(part, width, inputmode, "off", supported: true).With("spellcheck", "false"), Text["design.bank." + part + ".support"]);

    private TagBuilder Kind()
    {
        var list = El.Of("div", "dads-choices dads-choices--inline", Kept(PartName("type"), PartValue("type")));
        foreach (var kind in Kinds)
        {
            var id = $"{PartId("type")}-{kind}";
            list.Add(El.Of("div", "dads-choice",
                El.Of("input", "dads-radio").With("type", "radio").With("id", id).With("name", PartName("type")).With("value", kind)
                    .Flag("checked", PartValue("type") == kind).Flag("disabled", Readonly),
                El.Of("label", null, Text["design.bank.type." + kind]).With("for", id)));
        }

        return El.Of("fieldset", "dads-part", El.Of("legend", "dads-part__label", Text["design.bank.type"]), list)
            .With("id", PartId("type")).With("tabindex", "-1");
    }
}
