using Madoguchi.DesignSystem.Forms;

namespace Madoguchi.Studio.Editing;

/// <summary>Finds what an address of the studio names; ids come from outside and may be anything.</summary>
internal sealed class Things(IDirectory directory, Localizer text)
{
    private static readonly string[] MailKinds =
        ["arrived", "correctionRequested", "correctionOverdue", "noticeAvailable", "completed", "bookingConfirmed", "bookingWaiting", "bookingOffered", "bookingCancelled"];

    public Thing? Find(Definition definition, string kind, string key) => kind switch
    {
        "facts" => FactForms.Of(definition).Contains(key) && FactForms.Fields(key, directory, definition) is { } fields
            ? new Thing(kind, key, key, definition.Root, "$", text[$"staff.studio.facts.{key}"].ToString(), fields) : null,
        "page" => definition.Page(key) is { } page
            ? new Thing(kind, key, "page", page, PlaceOf(page, definition), $"ページ「{Phrases.Ja(page["title"])}」", [Field.Phrase("title", true), Field.Long("text")]) : null,
        "question" => definition.Question(key) is { } found
            ? new Thing(kind, key, "question", found.Question, PlaceOf(found.Question, definition), $"設問「{definition.Label(found.Question)}」", QuestionForms.Fields(found.Question, definition, key.Contains('.'))) : null,
        "document" => definition.Document(key) is { } document
            ? new Thing(kind, key, "document", document, PlaceOf(document, definition), $"書類「{Phrases.Ja(document["title"])}」", [Field.Phrase("title", true), Field.Phrase("who", true), Field.Long("text"), Field.Number("laterUntilDays")]) : null,
        "exit" => definition.Exit(key) is { } exit
            ? new Thing(kind, key, "exit", exit.Exit, PlaceOf(exit.Exit, definition), $"出口「{Phrases.Ja(exit.Exit["title"])}」", ExitFields(exit.Page, definition)) : null,
        "mail" => MailKinds.Contains(key) && definition.Root["mails"]?[key] is JsonObject mail
            ? new Thing(kind, key, "mail", mail, $"$.mails.{key}", text[$"staff.studio.mail.{key}"].ToString(), [Field.Phrase("subject", true), Field.Long("body", true) with { Rows = 10 }]) : null,
        "notice" => definition.Root["notices"]?[key] is JsonObject notice
            ? new Thing(kind, key, "notice", notice, $"$.notices.{key}", $"通知「{notice["title"]}」", NoticeFields) : null,
        "disposition" => key != Definition.Completion && definition.Ending(key) is { } ending
            ? new Thing(kind, key, "disposition", ending, $"$.dispositions.{key}", text["staff.studio.ending", ("name", Phrases.Ja(ending["label"]))].ToString(), EndingForms.Disposition(key, ending, definition)) : null,
        "result" => definition.Result(key) is { } result
            ? new Thing(kind, key, "result", result.Item, PlaceOf(result.Item, definition), $"結果の項目「{Phrases.Ja(result.Item["label"])}」", EndingForms.Result(result.Item, definition)) : null,
        "computed" => definition.Computed(key) is { } computed
            ? new Thing(kind, key, "computed", computed.Item, PlaceOf(computed.Item, definition), $"計算「{Phrases.Ja(computed.Item["label"])}」", EndingForms.Computed) : null,
        _ => null,
    };

    /// <summary>Mails that have words of their own or could have.</summary>
    public static IEnumerable<(string Kind, bool Own)> Mails(Definition definition) =>
        MailKinds.Where(k => definition.Root["booking"] is not null || !k.StartsWith("booking", StringComparison.Ordinal)).Select(k => (k, definition.Root["mails"]?[k] is JsonObject));

    public static bool IsMail(string kind) => MailKinds.Contains(kind);

    /// <summary>JSON path of a part of the definition.</summary>
    public static string PlaceOf(JsonNode node, Definition definition) => node == definition.Root ? "$" : node.GetPath();

    private static IReadOnlyList<Field> NoticeFields =>
    [
        Field.Line("title", true), Field.Choice("documentNumber.kind", true, "notice", "order", "certificate"), Field.Line("documentNumber.symbol", true), new Field("body", FieldKind.Blocks),
    ];

    private static IReadOnlyList<Field> ExitFields(JsonObject page, Definition definition) =>
    [
        Field.Choice("question", true) with { Items = [.. page["questions"]!.AsArray().OfType<JsonObject>().Select(q => new Choice(Definition.Id(q), definition.Label(q)))] },
        Field.Phrase("title", true), Field.Long("text", true), Field.Phrase("where", true), Field.Line("telephone"), Field.Phrase("hours"), Field.Line("url"),
    ];
}
