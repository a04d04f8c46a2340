using Madoguchi.DesignSystem.Forms;

namespace Madoguchi.Studio.Editing;

/// <summary>The small forms of what a procedure is: name, who, how long, what it costs, by which law.</summary>
internal static class FactForms
{
    public static readonly string[] All = ["name", "who", "period", "fee", "law", "data", "criteria", "first", "route", "phases", "values", "export", "booking", "ending", "after"];

    /// <summary>The forms a definition has: sessions only where they are booked.</summary>
    public static IEnumerable<string> Of(Definition definition) => All.Where(f => f switch
    {
        "booking" => definition.Root["booking"] is not null,
        "ending" => definition.Root["completion"] is not null,
        "values" => definition.Root["values"] is JsonObject { Count: > 0 },
        _ => true,
    });

    public static IReadOnlyList<Field>? Fields(string form, IDirectory directory, Definition definition) => form switch
    {
        "name" => [Field.Phrase("title", true), Field.Line("kana", true), Field.Long("summary", true), Field.Lines("keywords") with { Rows = 6 }],
        "who" =>
        [
            Field.Choice("division", true) with { Items = [.. directory.Divisions.Select(d => new Choice(d.Code, d.Name))] },
            Field.Ticks("audience", "person", "business"),
            Field.Ticks("lifeEvents", "birth", "childRearing", "moving", "marriage", "divorce", "work", "illness", "elderCare", "disaster", "death", "business", "housing"),
            Field.Phrase("words.applicant", true), Field.Phrase("words.submit", true),
            Field.Choice("assurance", true, "none", "email", "document", "card", "signature"), Field.Choice("alternativeAssurance", false, "none", "email", "document", "card", "signature"),
            Field.Ticks("receiveBy", "electronic", "paper"), Field.Number("minutes"),
        ],
        "period" =>
        [
            Field.Number("period.days", true), Field.Choice("period.unit", true, "business", "calendar"), Field.Choice("period.kind", true, "standard", "statutory", "target"),
            Field.Phrase("period.text"), Field.Phrase("period.excludes"), Field.Number("correctionDays", true), Field.Line("opens"), Field.Line("closes"),
            Field.Choice("limits.oncePer", false, "account", "household"), Field.Number("limits.capacity"), EndingForms.NoticeOf(definition, "period.extensionNotice", false),
        ],
        "fee" => [Field.Choice("fee.kind", true, "free", "fixed", "later"), Field.Choice("fee.charge", false, "handlingFee", "usageFee", "occupancyFee", "actualCost"), Field.Number("fee.amount"), Field.Phrase("fee.text", true)],
        "law" =>
        [
            Field.List("legalBasis", Field.Line("law", true), Field.Line("articles"), Field.Line("note")),
            Field.Choice("procedureLaw", true, "act", "ordinance", "none"), Field.Line("onlineBasis"), Field.Day("recordedOn"), Field.Line("disposingAuthority", true),
            Field.Choice("affair", true, "selfGovernment", "entrusted1", "none"),
            Field.Choice("appeal.kind", true, "A", "B", "C", "D", "E", "none"), Field.Line("appeal.reviewingAuthority"), Field.Line("appeal.defendant"), Field.Line("appeal.representative"),
            Field.Line("appeal.reason"), Field.Line("appeal.guidance"),
        ],
        "data" =>
        [
            Field.Phrase("purposeOfUse", true), Field.Flag("personalData.sensitive"), Field.Flag("personalData.myNumber"), Field.Line("pia"), Field.Line("personalDataFile"),
            Field.Number("retention.years", true), Field.Line("retention.from"), Field.Line("documentType"), Field.Line("formNumber"), Field.Line("lastChecked", true), Field.Lines("unverified") with { Rows = 5 },
        ],
        "criteria" => [Field.List("reviewCriteria", new Field("text", FieldKind.Long) { Needed = true, Rows = 2 }) with { OwnId = ("id", "c") }],
        "first" => [Field.List("firstNotices", Field.Phrase("title", true), Field.Long("text", true), Field.Line("url"))],
        "route" => [Field.List("route", Field.Number("step", true), Field.Choice("kind", true, "endorse", "concur", "decide"), Field.Choice("post", true) with { Items = Posts(directory) })],
        "booking" =>
        [
            Field.List("booking.sessions", Field.Phrase("label", true), Field.Phrase("place", true), Field.Number("every.week", true),
                Field.Choice("every.day", true, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), Field.Line("starts", true), Field.Line("ends", true),
                Field.Number("capacity", true), Field.Number("waitingList", true)) with { OwnId = ("id", "s") },
            Field.Number("booking.opensDays", true), Field.Line("booking.opensAt", true), Field.Number("booking.closesDays", true), Field.Line("booking.closesAt", true),
            Field.Number("booking.cancelDays", true), Field.Line("booking.cancelAt", true), Field.Choice("booking.oncePer", true, "household", "account"), Field.Number("booking.offerHours", true),
        ],
        "phases" => [Field.List("phases", Field.Phrase("label", true), Field.Flag("public", true)) with { OwnId = ("id", "p") }],
        "values" => [.. (definition.Root["values"] as JsonObject ?? []).Select(v => new Field($"values.{v.Key}", v.Value?.GetValueKind() == JsonValueKind.Number ? FieldKind.Number : FieldKind.Line) { Called = v.Key, Needed = true })],
        "export" => [Field.List("exportLayout", Field.Choice("item", true) with { Items = Exported(definition) }) with { Bare = true }],
        "ending" => EndingForms.Completion(definition),
        "after" => [.. Outcomes(definition).SelectMany(o => (Field[])[Field.Long($"afterwards.{o}.text"), Field.List($"afterwards.{o}.steps", Field.Phrase("text", true), Field.Line("url"))])],
        _ => null,
    };

    /// <summary>What a matter of this procedure comes to: it arrives, and ends in one of these ways.</summary>
    private static IEnumerable<string> Outcomes(Definition definition) =>
    [
        Afterwards.Arrived, .. (definition.Root["dispositions"] as JsonObject ?? []).Select(d => d.Key), .. definition.Root["completion"] is null ? (string[])[] : [Afterwards.Completed],
    ];

    private static List<Choice> Exported(Definition definition) =>
    [
        .. definition.Questions().Where(q => !q.Key.Contains('.') && Definition.Type(q.Question) != "info").Select(q => new Choice(q.Key, definition.Label(q.Question))),
        .. definition.AllComputed().Where(c => !c.Key.Contains('.')).Select(c => new Choice(c.Key, $"計算「{Phrases.Ja(c.Item["label"])}」")),
    ];

    private static List<Choice> Posts(IDirectory directory) =>
    [
        new("own:chief", "担当課の係長"), new("own:manager", "担当課の課長"),
        .. directory.Divisions.SelectMany(d => new[] { "chief", "manager" }.Select(rank => directory.Post($"{d.Code}.{rank}")).OfType<Post>().Select(p => new Choice(p.Code, $"{d.Name} {p.Name}"))),
    ];
}
