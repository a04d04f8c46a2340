using System.Text.Json;
using System.Text.Json.Nodes;

namespace Madoguchi.Applications.Apply;

/// <summary>Takes answers over to another edition of the form: what it no longer asks, or asks in another way, is left out.</summary>
internal static class CarryAnswers
{
    /// <param name="before">The form they were given to; null when it is this one.</param>
    /// <param name="kept">The answers; what is left out is taken out of it.</param>
    public static JsonElement Into(Form form, Form? before, JsonObject kept)
    {
        foreach (var name in kept.Select(a => a.Key).Where(k => !Knows(k, form.Question) || IsOther(k, form, before)).ToList()) kept.Remove(name);
        foreach (var (name, items) in kept.Where(a => form.Question(a.Key) is { Type: QuestionType.Group } && a.Value is JsonArray).ToList())
            foreach (var item in items!.AsArray().OfType<JsonObject>())
                foreach (var part in item.Select(a => a.Key).Where(k => !Knows(k, id => form.Question($"{name}.{id}"))).ToList()) item.Remove(part);
        return JsonSerializer.SerializeToElement(kept);
    }

    private static bool IsOther(string id, Form form, Form? before) =>
        form.Question(id) is { } now && before?.Question(id) is { } was && FormChanges.IsOther(was, now);

    private static bool Knows(string id, Func<string, Question?> find) => find(id) is not null || (id.EndsWith("Later", StringComparison.Ordinal) && find(id[..^5]) is { MayFollow: true })
        || (id.EndsWith("Other", StringComparison.Ordinal) && find(id[..^5]) is { Other: true });
}
