using System.Text.Json.Nodes;
using Madoguchi.Kernel.Text;
using Madoguchi.Kernel.Time;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Procedures;

/// <summary>What the city keeps of a form, beside what was to be typed.</summary>
internal static class KeptAnswers
{
    /// <summary>Everything of the example arrived. What the account filled in besides may stand there too; files have ids of their own.</summary>
    public static async Task ShouldBeTheExampleAsync(DemoCity city, string slug, string account, string number)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{slug}");
        var (_, application) = await city.Get(account, $"/api/v1/applications/{number}");
        var today = city.Get<TimeProvider>().Today();
        var expected = city.Get<IProcedures>().Find(slug)!.Form.Validate(procedure.GetProperty("example"), today, Language.Ja).Answers;
        var lost = Lost("", JsonNode.Parse(expected), JsonNode.Parse(application.GetProperty("answers").GetRawText())).ToList();
        Assert.True(lost.Count == 0, $"{slug}: {string.Join("; ", lost)}");
    }

    private static IEnumerable<string> Lost(string key, JsonNode? expected, JsonNode? kept) => (expected, kept) switch
    {
        (JsonObject parts, JsonObject found) => parts.SelectMany(p => Lost($"{key}.{p.Key}", p.Value, found[p.Key])),
        (JsonArray items, JsonArray found) when items.Count == found.Count => IsFiles(items) ? [] : items.SelectMany((item, i) => Lost($"{key}[{i}]", item, found[i])),
        _ => JsonNode.DeepEquals(expected, kept) ? [] : [$"{key} is {kept?.ToJsonString() ?? "lost"}, not {expected?.ToJsonString()}"],
    };

    private static bool IsFiles(JsonArray items) => items is [JsonValue first, ..] && first.ToString().StartsWith("sample-", StringComparison.Ordinal);
}
