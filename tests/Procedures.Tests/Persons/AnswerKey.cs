using System.Text.Json.Nodes;

namespace Procedures.Tests.Persons;

/// <summary>Reaches an answer by <c>id</c>, <c>id.part</c>, <c>group[0]</c> or <c>group[0].id</c>; the place after the last item adds one.</summary>
internal static class AnswerKey
{
    public static void Set(JsonObject answers, string key, JsonNode? value)
    {
        var (holder, last) = Holder(answers, key);
        if (holder is JsonArray items)
        {
            var index = int.Parse(last);
            if (index == items.Count) items.Add(value);
            else items[index] = value;
        }
        else
        {
            holder.AsObject()[last] = value;
        }
    }

    public static void Remove(JsonObject answers, string key)
    {
        var (holder, last) = Holder(answers, key);
        if (holder is JsonArray items) items.RemoveAt(int.Parse(last));
        else if (!holder.AsObject().Remove(last)) throw new ArgumentException($"The example has no {key}", nameof(key));
    }

    /// <summary>The key without the places of items: <c>children[1].name</c> is <c>children.name</c>.</summary>
    public static string Question(string key) => string.Join('.', Steps(key).Where(s => !int.TryParse(s, out _)));

    private static (JsonNode Holder, string Last) Holder(JsonObject answers, string key)
    {
        var steps = Steps(key);
        JsonNode at = answers;
        foreach (var step in steps[..^1])
            at = (at is JsonArray items ? items[int.Parse(step)] : at[step]) ?? throw new ArgumentException($"Nothing stands at {step} of {key}", nameof(key));
        return (at, steps[^1]);
    }

    private static string[] Steps(string key) => key.Replace("]", "", StringComparison.Ordinal).Split('[', '.');
}
