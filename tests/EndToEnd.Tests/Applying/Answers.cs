using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Applying;

/// <summary>The example of a definition, by the names of the fields it is typed into.</summary>
internal sealed class Answers
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> many = new(StringComparer.Ordinal);

    private Answers(JsonObject example, string submitWord)
    {
        SubmitWord = submitWord;
        Add("", example);
    }

    /// <summary>What stands on the last button.</summary>
    public string SubmitWord { get; }

    /// <summary>Items of each repeating group.</summary>
    public Dictionary<string, int> Items { get; } = new(StringComparer.Ordinal);

    public static async Task<Answers> OfExampleAsync(DemoCity city, string slug, Action<JsonObject>? change = null)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{slug}");
        var example = JsonNode.Parse(procedure.GetProperty("example").GetRawText())!.AsObject();
        change?.Invoke(example);
        return new(example, procedure.GetProperty("words").GetProperty("submit").GetString()!);
    }

    /// <summary>What to type into the field; null leaves it.</summary>
    public string? For(string field)
    {
        if (values.TryGetValue(field, out var value)) return value;
        if (field.LastIndexOf('.') is > 0 and var dot && values.TryGetValue(field[..dot], out var day) && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date))
        {
            return field[(dot + 1)..] switch
            {
                "era" => "seireki",
                "year" => date.Year.ToString("0000", null),
                "month" => date.Month.ToString(provider: null),
                "day" => date.Day.ToString(provider: null),
                _ => null,
            };
        }

        return null;
    }

    /// <summary>Whether the box with this value is to be ticked.</summary>
    public bool Has(string field, string value) => many.TryGetValue(field, out var chosen) ? chosen.Contains(value) : values.GetValueOrDefault(field) == value;

    /// <summary>The example file asked for: <c>sample-pdf</c> or <c>sample-png</c>.</summary>
    public string? FileFor(string field) => many.TryGetValue(field, out var files) ? files.FirstOrDefault() : null;

    private void Add(string name, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject parts:
                foreach (var (key, value) in parts) Add(name.Length == 0 ? key : $"{name}.{key}", value);
                break;
            case JsonArray { Count: > 0 } items when items[0] is JsonObject:
                Items[name] = items.Count;
                for (var i = 0; i < items.Count; i++) Add($"{name}[{i}]", items[i]);
                break;
            case JsonArray list:
                many[name] = [.. list.Select(v => v!.GetValue<string>())];
                break;
            case JsonValue value:
                values[name] = value.GetValueKind() switch
                {
                    JsonValueKind.True => "true",
                    JsonValueKind.False => "false",
                    _ => value.ToString(),
                };
                break;
        }
    }
}
