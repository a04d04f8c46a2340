using System.Text.Json.Nodes;

namespace Procedures.Tests.Properties;

/// <summary>Random answers to a definition: most fit, some do not, some are hostile.</summary>
internal sealed class RandomAnswers(Random random)
{
    private static readonly string[] Days = ["2026-11-22", "2026-11-23", "2024-02-29", "2008-11-23", "1999-12-31", "1800-01-01", "2200-12-31", "2026-04-01"];

    private static readonly string[] Hostile =
        ["null", "[]", "{}", "\"\"", "\"x\"", "0", "-1", "1.5", "true", "false", "[null]", "[1]", "[{}]", "[\"zz\"]", "{\"from\":\"2026-01-01\"}", "\"2026-02-30\"", "999999999999999", "\"9999-12-31\"", "[[]]", "{\"zz\":1}"];

    public JsonObject For(JsonObject definition)
    {
        var made = Of(definition["form"]!["pages"]!.AsArray().SelectMany(p => p!["questions"]!.AsArray()).Select(q => q!.AsObject()), definition);
        return JsonNode.Parse(made.ToJsonString())!.AsObject();
    }

    private JsonObject Of(IEnumerable<JsonObject> questions, JsonObject definition)
    {
        var answers = new JsonObject();
        foreach (var question in questions)
        {
            var id = (string)question["id"]!;
            if (random.Next(100) < 75) answers[id] = random.Next(100) < 8 ? JsonNode.Parse(Pick(Hostile)) : Good(question, definition);
            if ((bool?)question["other"] == true && random.Next(100) < 50) answers[id + "Other"] = random.Next(100) < 20 ? JsonNode.Parse(Pick(Hostile)) : "ほか";
            if (question["document"] is not null && random.Next(100) < 40) answers[id + "Later"] = random.Next(100) < 15 ? JsonNode.Parse(Pick(Hostile)) : JsonValue.Create(random.Next(3) > 0);
            if ((string?)question["type"] == "info" && random.Next(100) < 90) answers.Remove(id);
        }

        if (random.Next(100) < 6) answers["nobody"] = JsonNode.Parse(Pick(Hostile));
        return answers;
    }

    private JsonNode? Good(JsonObject question, JsonObject definition) => (string)question["type"]! switch
    {
        "text" => Pick(["a", "ab", "いろは", "葛󠄀", "abcde", " b "]),
        "longText" => Pick(["一行\n二行", "a"]),
        "choice" => Pick(["a", "b", "c", question["other"] is null ? "a" : "other"]),
        "choices" => new JsonArray([.. new[] { "c", "a", "b", "a" }.Where(_ => random.Next(2) == 0).Select(c => (JsonNode)c)]),
        "yesNo" => random.Next(2) == 0,
        "declaration" => random.Next(4) > 0,
        "number" or "yen" => JsonValue.Create(Pick([0m, 1m, 2m, 3m, 10m, 500m, 0.25m, 1.5m, -3m, 999_999_999_999m])),
        "date" => Pick(Days),
        "time" => Pick(["08:59", "09:00", "12:30", "17:01"]),
        "period" => new JsonObject { ["from"] = Pick(Days), ["to"] = Pick(Days) },
        "file" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(i => (JsonNode)$"file-{random.Next(3)}")]),
        "group" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode)Of(question["questions"]!.AsArray().Select(q => q!.AsObject()), definition))]),
        _ => "x",
    };

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
