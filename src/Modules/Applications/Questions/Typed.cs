using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Applications.Questions;

/// <summary>Answers as they were typed, by key: <c>id</c>, <c>group[0].id</c>.</summary>
internal sealed class Typed
{
    private readonly JsonObject answers;
    private readonly IFormCollection? posted;

    /// <param name="posted">What was just sent: days are shown again in the era they were typed in.</param>
    public Typed(JsonElement answers, IFormCollection? posted = null) =>
        (this.answers, this.posted) = (answers.ValueKind == JsonValueKind.Object ? JsonNode.Parse(answers.GetRawText())!.AsObject() : [], posted);

    /// <summary>Everything, for a page that has no saved form to keep it.</summary>
    public string Json => answers.ToJsonString();

    public JsonNode? At(string key)
    {
        var open = key.IndexOf('[');
        if (open < 0) return answers[key];
        var close = key.IndexOf(']');
        var items = answers[key[..open]] as JsonArray;
        var index = int.Parse(key[(open + 1)..close], CultureInfo.InvariantCulture);
        if (items is null || index >= items.Count) return null;
        return close + 1 == key.Length ? items[index] : (items[index] as JsonObject)?[key[(close + 2)..]];
    }

    public int Count(string group) => (answers[group] as JsonArray)?.Count ?? 0;

    public string? Text(string key) => At(key) is JsonValue value ? Plain(value) : null;

    public IReadOnlyList<string> Many(string key) => At(key) is JsonArray list ? [.. list.OfType<JsonValue>().Select(Plain)] : [];

    public IReadOnlyDictionary<string, string?> Parts(string key) =>
        At(key) is JsonObject parts ? parts.ToDictionary(p => p.Key, p => p.Value is JsonValue value ? Plain(value) : null) : new();

    public IReadOnlyDictionary<string, string?> Date(string key) => posted?.ContainsKey($"{key}.year") == true
        ? new Dictionary<string, string?> { ["era"] = posted[$"{key}.era"], ["year"] = posted[$"{key}.year"], ["month"] = posted[$"{key}.month"], ["day"] = posted[$"{key}.day"] }
        : DateWords.Parts(Text(key));

    /// <summary>The fields of one day of a period.</summary>
    public IReadOnlyDictionary<string, string?> Date(string key, string part) => posted?.ContainsKey($"{key}.{part}.year") == true
        ? Date($"{key}.{part}")
        : DateWords.Parts(Parts(key).GetValueOrDefault(part));

    public bool Is(string key) => At(key) is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private static string Plain(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToJsonString(),
    };
}
