using System.Security.Cryptography;
using System.Text.Encodings.Web;

namespace Madoguchi.Studio.Editing;

/// <summary>A definition being changed. Only what a form shows is touched; all else stays as it is, in its place.</summary>
internal sealed partial class Definition
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 64 };

    private Definition(JsonObject root) => Root = root;

    public JsonObject Root { get; }

    public JsonArray Pages => Root["form"]!["pages"]!.AsArray();

    public JsonArray Documents => Root["requiredDocuments"]!.AsArray();

    public string Title => Phrases.Ja(Root["title"]);

    public string Division => Root["division"]!.GetValue<string>();

    /// <summary>Canonical JSON: as it stands, without spaces.</summary>
    public string Text => Root.ToJsonString(Relaxed);

    public static Definition Parse(string text) => new(JsonNode.Parse(text, null, Deep)!.AsObject());

    public JsonObject? Page(string id) => Find(Pages, id);

    public JsonObject? Document(string id) => Find(Documents, id);

    /// <summary>A question under <c>id</c> or <c>group.id</c>, with the page it stands on.</summary>
    public (JsonObject Page, JsonArray List, JsonObject Question)? Question(string key)
    {
        var dot = key.IndexOf('.');
        foreach (var page in Pages.OfType<JsonObject>())
        {
            if (Find(page["questions"]!.AsArray(), dot < 0 ? key : key[..dot]) is not { } found) continue;
            if (dot < 0) return (page, page["questions"]!.AsArray(), found);
            return Inner(found) is { } list && Find(list, key[(dot + 1)..]) is { } inner ? (page, list, inner) : null;
        }

        return null;
    }

    public (JsonObject Page, JsonArray List, JsonObject Exit)? Exit(string id)
    {
        foreach (var page in Pages.OfType<JsonObject>())
            if (page["exits"] is JsonArray exits && Find(exits, id) is { } exit) return (page, exits, exit);
        return null;
    }

    /// <summary>Questions of a group, columns of a table; null for other questions.</summary>
    public static JsonArray? Inner(JsonObject question) => question["questions"] as JsonArray ?? question["columns"] as JsonArray;

    /// <summary>All questions in order, those inside groups under <c>group.id</c>.</summary>
    public IEnumerable<(string Key, JsonObject Page, JsonObject Question)> Questions()
    {
        foreach (var page in Pages.OfType<JsonObject>())
            foreach (var question in page["questions"]!.AsArray().OfType<JsonObject>())
            {
                yield return (Id(question), page, question);
                foreach (var inner in Inner(question)?.OfType<JsonObject>() ?? []) yield return ($"{Id(question)}.{Id(inner)}", page, inner);
            }
    }

    /// <summary>An id nobody has in the definition, nor ever had in another edition: saved answers and conditions of old must not meet a new question.</summary>
    public string NewId(string prefix)
    {
        var taken = Questions().SelectMany(q => q.Key.Split('.')).Concat(Pages.Concat(Documents).OfType<JsonObject>().Select(Id))
            .Concat(Pages.OfType<JsonObject>().SelectMany(p => p["exits"] as JsonArray ?? []).OfType<JsonObject>().Select(Id)).Concat(AllComputed().SelectMany(c => c.Key.Split('.'))).ToHashSet();
        return NewCode(prefix, taken);
    }

    /// <summary><c>q3f09ac</c>: the prefix and six digits that are drawn, not counted.</summary>
    public static string NewCode(string prefix, ICollection<string> taken)
    {
        while (true)
        {
            var code = prefix + RandomNumberGenerator.GetHexString(6, lowercase: true);
            if (!taken.Contains(code)) return code;
        }
    }

    public static string Id(JsonNode node) => node["id"]!.GetValue<string>();

    public static string Type(JsonNode question) => question["type"]!.GetValue<string>();

    /// <summary>What a question is called where its label may come from a document.</summary>
    public string Label(JsonObject question) =>
        question["label"] is { } label ? Phrases.Ja(label)
        : question["document"] is JsonValue document && Document(document.GetValue<string>()) is { } source ? Phrases.Ja(source["title"]) : Id(question);

    private static JsonObject? Find(JsonArray list, string id) => list.OfType<JsonObject>().FirstOrDefault(o => o["id"] is JsonValue value && value.TryGetValue<string>(out var own) && own == id);
}

/// <summary>Texts of a definition in up to three languages.</summary>
internal static class Phrases
{
    public static readonly string[] Languages = ["ja", "en", "ja-easy"];

    public static string Ja(JsonNode? phrase) => Of(phrase, "ja") ?? "";

    public static string? Of(JsonNode? phrase, string language) => phrase switch
    {
        JsonObject many => many[language] is JsonValue one && one.TryGetValue<string>(out var text) ? text : null,
        JsonValue only when language == "ja" && only.TryGetValue<string>(out var text) => text,
        _ => null,
    };

    public static JsonObject New(string ja) => new() { ["ja"] = ja };
}
