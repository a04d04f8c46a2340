using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Applications.Answering;

/// <summary>Answers a page carries between its buttons, while nothing is saved yet.</summary>
internal static class Held
{
    /// <summary>What the page carried, or what the matter holds.</summary>
    public static JsonElement Of(IFormCollection posted, JsonElement otherwise)
    {
        try
        {
            return posted["held"].ToString() is { Length: > 0 } held ? ApiBody.Parse(Encoding.UTF8.GetBytes(held)) : otherwise;
        }
        catch (RefusedException)
        {
            return otherwise;
        }
    }

    public static JsonObject With(JsonElement held, JsonObject given) =>
        JsonNode.Parse(AnswerKeys.Merge(held.GetRawText(), JsonSerializer.SerializeToElement(given)).GetRawText())!.AsObject();

    /// <summary>Only what is different; null takes an answer away.</summary>
    public static JsonElement Changed(string before, JsonObject answers)
    {
        var old = JsonNode.Parse(before)!.AsObject();
        var changed = new JsonObject();
        foreach (var (id, value) in answers)
            if (!JsonNode.DeepEquals(old[id], value)) changed[id] = value?.DeepClone();
        foreach (var (id, _) in old)
            if (!answers.ContainsKey(id)) changed[id] = null;
        return JsonSerializer.SerializeToElement(changed);
    }
}
