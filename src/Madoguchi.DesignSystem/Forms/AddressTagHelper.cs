using System.Globalization;

namespace Madoguchi.DesignSystem.Forms;

/// <summary>An address in Japan, in the parts of the アドレス・ベース・レジストリ.</summary>
[HtmlTargetElement("dads-address", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AddressTagHelper(Localizer text, Texts texts) : PartsTagHelper(text)
{
    public string? Autocomplete { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>With a name, a button asks the server to fill in the address of the postal code.</summary>
    public string? LookupName { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public string? LookupValue { get; set; }

    /// <summary>The prefecture of the city itself; listed first where it is none of the 47, as in an invented city.</summary>
    public string? OwnPrefecture { get; set; }

    private protected override IReadOnlyList<string> Parts => ["postalCode", "prefecture", "city", "town", "street", "building"];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var postal = PartInput("postalCode", FieldWidth.Short, "numeric", Autocomplete ?? "postal-code", supported: true);
        var lookup = LookupName is null ? null : El.Of("button", "dads-button dads-button--outline dads-button--md", El.Together(Text["design.address.lookup"]))
            .With("type", "submit").With("name", LookupName).With("value", LookupValue).Flag("formnovalidate", true);

        Group(output, El.Of("div", "dads-parts",
            PartField("postalCode", Text["design.address.postalCode"], El.Of("div", "dads-beside", postal, lookup), Text["design.address.postalCode.support"]),
            PartField("prefecture", Text["design.address.prefecture"],
                SelectTagHelper.List(PartName("prefecture"), PartId("prefecture"), PartValue("prefecture"), Prefectures(), Text["design.select.empty"])
                    .With("autocomplete", Autocomplete ?? "address-level1")
                    .With("aria-invalid", PartInvalid("prefecture") ? "true" : null)
                    .With("aria-describedby", PartDescribedBy("prefecture", supported: false))
                    .With("data-readonly", Readonly ? "true" : null)
                    .Flag("disabled", Readonly)),
            Kept(PartName("prefecture"), PartValue("prefecture")),
            Part("city", FieldWidth.Medium, "address-level2"),
            Part("town", FieldWidth.Full, "address-level3"),
            Part("street", FieldWidth.Full, "address-line1"),
            Part("building", FieldWidth.Full, "address-line2")));
    }

    private TagBuilder Part(string part, FieldWidth width, string autocomplete) =>
        PartField(part, Text["design.address." + part], PartInput(part, width, null, Autocomplete ?? autocomplete, supported: true), Text["design.address." + part + ".support"]);

    // Posted in Japanese whatever language is read: it is the official name.
    private List<Choice> Prefectures()
    {
        var all = All();
        string?[] more = [OwnPrefecture, PartValue("prefecture")];
        return [.. more.OfType<string>().Where(p => p.Length > 0 && all.TrueForAll(c => c.Value != p)).Distinct().Select(p => new Choice(p, p)), .. all];
    }

    private List<Choice> All() =>
    [
        .. Enumerable.Range(1, 47).Select(n => "design.prefecture." + n.ToString("00", CultureInfo.InvariantCulture))
            .Select(key => new Choice(texts.Get(Language.Ja, key).ToString(), Text[key])),
    ];
}
