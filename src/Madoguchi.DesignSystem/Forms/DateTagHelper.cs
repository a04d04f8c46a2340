using System.Globalization;

namespace Madoguchi.DesignSystem.Forms;

/// <summary>A day in three fields 年・月・日, for births with an era.</summary>
[HtmlTargetElement("dads-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper(Localizer text) : PartsTagHelper(text)
{
    /// <summary>Shows 西暦/令和/平成/昭和/大正/明治 before the year.</summary>
    public bool Era { get; set; }

    /// <summary>The user's own birthday: browsers may fill it.</summary>
    public bool Birthday { get; set; }

    public DateOnly? Date { get; set; }

    private protected override IReadOnlyList<string> Parts => ["era", "year", "month", "day"];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var parts = El.Of("div", "dads-date");
        if (Era)
        {
            var eras = Eras.Codes.Select(code => new Choice(code, Text["design.era." + code])).ToList();
            parts.Add(El.Of("div", "dads-date__part",
                El.Of("label", "dads-hidden", Text["design.date.era"]).With("for", PartId("era")),
                SelectTagHelper.List(PartName("era"), PartId("era"), PartValue("era"), eras, null)
                    .With("aria-invalid", PartInvalid("era") ? "true" : null)
                    .With("aria-describedby", PartDescribedBy("era", supported: false))
                    .With("data-readonly", Readonly ? "true" : null)
                    .Flag("disabled", Readonly),
                Kept(PartName("era"), PartValue("era"))));
        }

        parts.Add(Part("year", FieldWidth.Digits4), Part("month", FieldWidth.Digits2), Part("day", FieldWidth.Digits2));
        Group(output, parts);
    }

    private protected override string? PartValue(string part) =>
        base.PartValue(part) ?? OfDay(part, Date ?? (Values is null ? Day(For?.Model) : null));

    private TagBuilder Part(string part, FieldWidth width) => El.Of("div", "dads-date__part",
        PartInput(part, width, "numeric", Birthday ? $"bday-{part}" : "off"),
        El.Of("label", null, Text["design.date." + part]).With("for", PartId(part)));

    private static DateOnly? Day(object? model) => model switch
    {
        DateOnly day when day != default => day,
        string iso when DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => null,
    };

    private static string? OfDay(string part, DateOnly? day) => (part, day) switch
    {
        (_, null) => null,
        ("year", { } d) => d.Year.ToString(CultureInfo.InvariantCulture),
        ("month", { } d) => d.Month.ToString(CultureInfo.InvariantCulture),
        ("day", { } d) => d.Day.ToString(CultureInfo.InvariantCulture),
        _ => "seireki",
    };
}
