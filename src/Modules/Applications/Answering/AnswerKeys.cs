using System.Text.Json;
using System.Text.Json.Nodes;

namespace Madoguchi.Applications.Answering;

/// <summary>Answers taken apart and put together by key: <c>id</c>, <c>group[0].id</c>.</summary>
internal static class AnswerKeys
{
    /// <summary>Every answer under its key, as raw JSON.</summary>
    public static Dictionary<string, string> Flatten(JsonElement answers)
    {
        var flat = new Dictionary<string, string>();
        foreach (var answer in answers.EnumerateObject())
        {
            if (answer.Value.ValueKind == JsonValueKind.Array && answer.Value.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.Object))
            {
                var i = 0;
                foreach (var item in answer.Value.EnumerateArray())
                {
                    if (item.ValueKind == JsonValueKind.Object)
                        foreach (var part in item.EnumerateObject()) flat[$"{answer.Name}[{i}].{part.Name}"] = Raw(part.Value);
                    i++;
                }
            }
            else
            {
                flat[answer.Name] = Raw(answer.Value);
            }
        }

        return flat;
    }

    /// <summary>The held answers with those given put over them; <c>null</c> takes one away.</summary>
    public static JsonElement Merge(string held, JsonElement given)
    {
        var merged = JsonNode.Parse(held)!.AsObject();
        foreach (var answer in given.EnumerateObject())
        {
            if (answer.Value.ValueKind == JsonValueKind.Null) merged.Remove(answer.Name);
            else merged[answer.Name] = JsonNode.Parse(answer.Value.GetRawText());
        }

        return JsonSerializer.SerializeToElement(merged);
    }

    /// <summary>The keys the given answers would change though they are not opened.</summary>
    public static IReadOnlyList<string> NotOpened(string held, JsonElement given, IReadOnlyList<string> opened)
    {
        var merged = Merge(held, given);
        using var before = JsonDocument.Parse(held);
        var old = Flatten(before.RootElement);
        var changed = Flatten(merged);
        return [.. changed.Where(c => old.GetValueOrDefault(c.Key) != c.Value).Select(c => c.Key)
            .Concat(old.Keys.Where(k => !changed.ContainsKey(k)))
            .Where(key => !opened.Any(o => Belongs(key, o)))];
    }

    /// <summary>Whether the answer to this question is another one.</summary>
    public static bool Differs(string before, string after, string question) =>
        !JsonNode.DeepEquals(JsonNode.Parse(before)![question], JsonNode.Parse(after)![question]);

    /// <summary>Whether the key is of this question: itself, an item or part of it, 「あとで提出する」, the words of 「その他」.</summary>
    public static bool Belongs(string key, string question) =>
        key.StartsWith(question, StringComparison.Ordinal) && key[question.Length..] is "" or "Later" or "Other" or ['[' or '.', ..];

    private static string Raw(JsonElement value) => JsonSerializer.Serialize(value);
}
