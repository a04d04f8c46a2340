namespace Madoguchi.Procedures.Domain.Letters;

/// <summary>Puts the result fields of a disposition where a letter says <c>{"include": "result"}</c>.</summary>
internal static class ResultBlocks
{
    public static string Fill(JsonElement body, IReadOnlyList<ResultField> fields) =>
        (Fill(JsonNode.Parse(body.GetRawText())!, fields) ?? new JsonArray()).ToJsonString(ResultCheck.Relaxed);

    public static void NameChoices(JsonObject values, IReadOnlyList<ResultField> fields)
    {
        foreach (var field in fields)
        {
            if (values[field.Id] is not { } value) continue;
            if (field.Type == "choice" && value.GetValueKind() == JsonValueKind.String)
                values[field.Id] = field.Options.FirstOrDefault(o => o.Code == value.GetValue<string>())?.Label.Ja ?? value.GetValue<string>();
            else if (field.Type == "table" && value is JsonArray rows)
                foreach (var row in rows.OfType<JsonObject>()) NameChoices(row, field.Columns);
        }
    }

    private static JsonNode? Fill(JsonNode? node, IReadOnlyList<ResultField> fields) => node switch
    {
        JsonArray list => new JsonArray([.. list.SelectMany(i => IsInclude(i) ? Blocks(fields) : [Fill(i, fields)])]),
        JsonObject block => new JsonObject(block.Select(p => KeyValuePair.Create(p.Key, Fill(p.Value, fields)))),
        _ => node?.DeepClone(),
    };

    private static bool IsInclude(JsonNode? node) =>
        node is JsonObject { Count: 1 } block && block["include"] is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == "result";

    private static IEnumerable<JsonNode?> Blocks(IReadOnlyList<ResultField> fields)
    {
        var facts = fields.Where(f => f.Type != "table").Select(f => (JsonNode?)new JsonObject
        {
            ["label"] = f.Label.Ja,
            ["value"] = Field($"result.{f.Id}?", f.Type),
            ["when"] = new JsonObject { ["exists"] = $"result.{f.Id}" },
        }).ToArray();
        if (facts.Length > 0) yield return new JsonObject { ["facts"] = new JsonArray(facts) };
        foreach (var table in fields.Where(f => f.Type == "table"))
        {
            yield return new JsonObject
            {
                ["table"] = $"result.{table.Id}",
                ["caption"] = table.Label.Ja,
                ["columns"] = new JsonArray([.. table.Columns.Select(Column)]),
            };
        }
    }

    private static JsonObject Column(ResultField field)
    {
        var column = new JsonObject { ["label"] = field.Label.Ja, ["value"] = Field(field.Required ? field.Id : $"{field.Id}?", field.Type) };
        if (field.Type is "yen" or "number") column["align"] = "amount";
        return column;
    }

    private static string Field(string path, string type) => type is "date" or "month" or "yen" or "number" ? $"{{{{{path} | {type}}}}}" : $"{{{{{path}}}}}";
}
