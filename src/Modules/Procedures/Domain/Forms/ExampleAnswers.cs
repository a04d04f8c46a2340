namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Resolves the relative dates and sessions of a definition's example.</summary>
internal static class ExampleAnswers
{
    public static JsonObject Of(JsonElement example, Form form, DateOnly today) =>
        Resolve(example, form, today) as JsonObject ?? [];

    internal static JsonNode? Resolve(JsonElement element, Form form, DateOnly today) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Resolve(p.Value, form, today)))),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(e => Resolve(e, form, today))]),
        JsonValueKind.String => Text(element.GetString()!, form, today),
        JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element.Clone()),
    };

    private static string Text(string text, Form form, DateOnly today)
    {
        if (!text.StartsWith('@')) return text;
        if (text == "@session") return Session(form.OpenSessions(today), today)?.Code ?? "";
        return RelativeDate.TryParse(text, out var date) ? date.On(today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;
    }

    // One that is open at every hour of the day, so that the example can be posted whenever it is read.
    private static Session? Session(IReadOnlyList<Session> open, DateOnly today) =>
        open.FirstOrDefault(s => JapaneseDate.Of(s.OpensAt) < today && today < JapaneseDate.Of(s.ClosesAt)) ?? open.FirstOrDefault();
}
