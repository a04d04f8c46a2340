namespace Madoguchi.Studio.Editing;

/// <summary>Blocks of a letter as an officer types them; what has conditions or tables is kept and only moved.</summary>
internal static class LetterBlocks
{
    public const string Kept = "kept";

    public static readonly string[] Kinds = ["sentence", "heading", "list", "facts", "include"];

    /// <summary>Kind and text; kind <c>kept</c> for what cannot be typed, with the texts in it.</summary>
    public static (string Kind, string Text) Show(JsonNode? block)
    {
        var shown = Plain(block);
        return shown is { } plain && JsonNode.DeepEquals(Read(plain.Kind, plain.Text), block) ? plain : (Kept, string.Join('\n', Texts(block).Distinct()));
    }

    public static JsonNode? Read(string kind, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return kind switch
        {
            "heading" => new JsonObject { ["heading"] = text },
            "list" => new JsonObject { ["list"] = new JsonArray([.. lines.Select(l => JsonValue.Create(l))]) },
            "facts" => new JsonObject { ["facts"] = new JsonArray([.. lines.Select(Fact)]) },
            "include" => new JsonObject { ["include"] = text.Trim() },
            _ => JsonValue.Create(text),
        };
    }

    private static JsonObject Fact(string line)
    {
        var colon = line.IndexOf('：');
        return colon < 0 ? new JsonObject { ["label"] = line, ["value"] = "" } : new JsonObject { ["label"] = line[..colon].Trim(), ["value"] = line[(colon + 1)..].Trim() };
    }

    private static (string Kind, string Text)? Plain(JsonNode? block) => block switch
    {
        JsonValue sentence when sentence.TryGetValue<string>(out var text) => ("sentence", text),
        JsonObject { Count: 1 } only when only["heading"] is JsonValue heading => ("heading", heading.ToString()),
        JsonObject { Count: 1 } only when only["include"] is JsonValue include => ("include", include.ToString()),
        JsonObject { Count: 1 } only when only["list"] is JsonArray list && list.All(l => l is JsonValue) => ("list", string.Join('\n', list.Select(l => l!.ToString()))),
        JsonObject { Count: 1 } only when only["facts"] is JsonArray facts && facts.All(f => f is JsonObject { Count: 2 } fact && fact["label"] is JsonValue && fact["value"] is JsonValue) =>
            ("facts", string.Join('\n', facts.Select(f => $"{f!["label"]}：{f["value"]}"))),
        _ => null,
    };

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject many => many.Where(p => p.Key is not ("when" or "align" or "each")).SelectMany(p => Texts(p.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue one when one.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
