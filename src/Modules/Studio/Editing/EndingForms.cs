using Madoguchi.DesignSystem.Forms;

namespace Madoguchi.Studio.Editing;

/// <summary>How a matter ends: what it is called, which letters go out, what the officer enters.</summary>
internal static class EndingForms
{
    /// <summary>Kinds of fields an officer enters, most used first.</summary>
    public static readonly string[] Kinds = ["text", "date", "yen", "choice", "yesNo", "longText", "month", "number", "table"];

    public static IReadOnlyList<Field> Disposition(string kind, JsonObject disposition, Definition definition) =>
    [
        Field.Phrase("label", true), NoticeOf(definition, "notice", true),
        Field.Ticks("alsoNotices") with { Items = Notices(definition) },
        Field.Flag("reasonsRequired", kind is "deny" or "dismiss" or "grantInPart" or "grantWithConditions"), Field.Flag("conditions", kind == "grantWithConditions"),
        .. Samples(disposition, ""), Field.Lines("exampleReasons") with { Rows = 5 }, Field.Lines("exampleConditions"),
    ];

    public static IReadOnlyList<Field> Completion(Definition definition) =>
        [Field.Phrase("completion.label", true), NoticeOf(definition, "completion.notice", false), .. Samples(definition.Ending(Definition.Completion)!, "completion.")];

    /// <summary>A result field, or a column of a table of them.</summary>
    public static IReadOnlyList<Field> Result(JsonObject field, Definition definition) =>
    [
        Field.Phrase("label", true), Field.Flag("required", true),
        .. Definition.Type(field) switch
        {
            "choice" => [Field.List("options", Field.Phrase("label", true), Field.Phrase("help")) with { OwnId = ("code", "o") }],
            "table" => [Field.Choice("rows", false) with { Called = "くり返しか表の設問", Items = Groups(definition) }],
            _ => Array.Empty<Field>(),
        },
    ];

    public static IReadOnlyList<Field> Computed => [Field.Phrase("label", true), Field.Choice("format", false, "yen", "number", "date", "month", "text"), Field.Flag("show")];

    public static Field NoticeOf(Definition definition, string key, bool needed) => Field.Choice(key, needed) with { Items = Notices(definition) };

    public static IReadOnlyList<Choice> Groups(Definition definition) =>
        [.. definition.Questions().Where(q => Definition.Inner(q.Question) is not null).Select(q => new Choice(q.Key, definition.Label(q.Question)))];

    private static List<Choice> Notices(Definition definition) => [.. (definition.Root["notices"] as JsonObject ?? []).Select(n => new Choice(n.Key, n.Value?["title"]?.ToString() ?? n.Key))];

    // What an officer would enter, for the letters to be tried with.
    private static IEnumerable<Field> Samples(JsonObject ending, string before)
    {
        foreach (var field in (ending["result"] as JsonArray ?? []).OfType<JsonObject>().Where(f => f["value"] is null && Definition.Type(f) != "table"))
        {
            var (key, called) = ($"{before}example.{Definition.Id(field)}", $"見本：{Phrases.Ja(field["label"])}");
            yield return Definition.Type(field) switch
            {
                "number" or "yen" => Field.Number(key) with { Called = called },
                "choice" => Field.Choice(key, false) with { Called = called, Items = [.. (field["options"] as JsonArray ?? []).Select(o => new Choice(o!["code"]!.ToString(), Phrases.Ja(o["label"])))] },
                "yesNo" => Field.Flag(key) with { Called = called },
                "date" => Field.Day(key) with { Called = called },
                "longText" => new Field(key, FieldKind.Long) { Called = called },
                _ => Field.Line(key) with { Called = called },
            };
        }
    }
}
