namespace Madoguchi.DesignSystem.Forms;

/// <summary>姓・名 and their フリガナ.</summary>
[HtmlTargetElement("dads-name", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NameTagHelper(Localizer text) : PartsTagHelper(text)
{
    public bool Kana { get; set; } = true;

    /// <summary>Asks for 旧氏 and 通称 too.</summary>
    public bool Aliases { get; set; }

    /// <summary><c>off</c> when it is the name of somebody else.</summary>
    public string? Autocomplete { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    private protected override IReadOnlyList<string> Parts => ["family", "given", "familyKana", "givenKana", "oldName", "alias"];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = El.Of("div", "dads-parts dads-parts--two",
            Part("family", Autocomplete ?? "family-name"),
            Part("given", Autocomplete ?? "given-name"));
        if (Kana) parts.Add(Part("familyKana", "off"), Part("givenKana", "off"));
        if (Aliases) parts.Add(Part("oldName", "off"), Part("alias", "off"));
        Group(output, parts);
    }

    private TagBuilder Part(string part, string autocomplete) =>
        PartField(part, Text["design.name." + part], PartInput(part, FieldWidth.Full, null, autocomplete).With("spellcheck", "false"));
}
