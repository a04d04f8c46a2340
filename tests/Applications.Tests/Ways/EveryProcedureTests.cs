using System.Text.Json.Nodes;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace Applications.Tests.Ways;

/// <summary>Every procedure of the library, with its own example: applied for, worked by its division, decided by whoever its route names, told, and come to its end.</summary>
public sealed class EveryProcedureTests(DemoCity city) : IClassFixture<DemoCity>
{
    private static readonly IReadOnlyList<(string Id, string? Division)> Officers =
        [.. JsonNode.Parse(File.ReadAllText(Repository.File("demo", "staff.json")))!["staff"]!.AsArray().Where(s => (bool)s!["signsIn"]!).Select(s => ((string)s!["id"]!, (string?)s["division"]))];

    public static TheoryData<string> Library { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "library"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Library))]
    public async Task Comes_to_its_end(string slug)
    {
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("library", slug + ".json")))!.AsObject();
        var resident = slug switch { "doro-senyo" => "builder", "risai-shomei" => "taro", _ => "hanako" };
        var electronic = definition["receiveBy"]?.AsArray().Any(r => (string?)r == "electronic") == true;
        var matter = await Matter.Submitted(city, slug, resident, noticeBy: electronic ? "electronic" : null);
        var clerk = Officers.First(o => o.Division == (string)definition["division"]! && o.Id.EndsWith("clerk", StringComparison.Ordinal)).Id;
        await matter.Does(clerk, "accept");

        if (definition["dispositions"] is JsonObject { Count: > 0 } dispositions) await DecidedAsync(matter, clerk, resident, dispositions);
        else await matter.Does(clerk, "complete", new JsonObject { ["result"] = Result(definition["completion"]?["result"]) });
        Assert.Equal("completed", await matter.StatusFor(clerk));
    }

    private async Task DecidedAsync(Matter matter, string clerk, string resident, JsonObject dispositions)
    {
        var kind = dispositions.ContainsKey("grant") ? "grant" : dispositions.First().Key;
        await matter.Does(clerk, "propose", new JsonObject { ["disposition"] = kind, ["reason"] = "①法令の定め ②基準に適合 ③書類で確認 ④したがって決定する", ["result"] = Result(dispositions[kind]!["result"]) });
        while (await matter.StatusFor(clerk) == "awaitingDecision" && await ApprovedByAnybodyAsync(matter))
        {
        }

        // The applicant opens what came; paper counts when it is posted.
        await Eventually.See(async () =>
        {
            foreach (var notice in await matter.Issued(resident)) await matter.Pdf(resident, (string)notice["id"]!);
            return await matter.StatusFor(clerk) is "completed" ? "completed" : null;
        }, $"the end of {matter.Number}");
    }

    private async Task<bool> ApprovedByAnybodyAsync(Matter matter)
    {
        foreach (var (officer, _) in Officers)
        {
            var (status, box) = await city.Get(officer, $"/api/v1/approvals?box=inbox&application={matter.Number}");
            if (status != 200) continue;
            foreach (var approval in box.GetProperty("items").EnumerateArray())
                foreach (var verb in new[] { "endorse", "concur", "decide" })
                    if ((await city.Post(officer, $"/api/v1/approvals/{approval.GetProperty("id").GetString()}/{verb}", new { })).Status == 200) return true;
        }

        return false;
    }

    /// <summary>Something for every field an officer fills in.</summary>
    private static JsonObject Result(JsonNode? fields)
    {
        var result = new JsonObject();
        foreach (var field in fields?.AsArray() ?? [])
        {
            var id = (string)field!["id"]!;
            if (field["value"] is not null || ValueOf(field.AsObject(), id) is not { } value) continue;
            result[id] = value;
        }

        return result;
    }

    private static JsonNode? ValueOf(JsonObject field, string id) => (string?)field["type"] switch
    {
        "month" => "2027-02",
        "date" => "2026-12-01",
        "yen" or "number" => Math.Max(1, field["min"] is JsonValue min && min.TryGetValue<int>(out var least) ? least : 1),
        "choice" => (string)(field["options"]![0] is JsonObject option ? option["code"]! : field["options"]![0]!)!,
        "yesNo" => true,
        "period" => new JsonObject { ["from"] = "2026-12-01", ["to"] = "2027-03-31" },
        "time" => "10:00",
        "group" => new JsonArray(Result(field["questions"] ?? field["fields"])),
        "text" or "longText" => id.Contains("onth", StringComparison.Ordinal) ? "令和9年2月" : "記載のとおり",
        _ => null,
    };
}
