using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Pages;

/// <summary>Matters made through the API, so that pages have something to show.</summary>
internal sealed class Cases(DemoCity city)
{
    public async Task<string> SubmittedAsync(string slug, string resident)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{slug}");
        var body = await PostAsync(resident, $"/api/v1/procedures/{slug}/applications", new JsonObject { ["answers"] = JsonNode.Parse(procedure.GetProperty("example").GetRawText()) }, 201);
        return body.GetProperty("intakeNumber").GetString()!;
    }

    /// <summary>A verb on the matter.</summary>
    public Task<JsonElement> DoesAsync(string who, string number, string verb, object? body = null) => PostAsync(who, $"/api/v1/applications/{number}/{verb}", body ?? new { }, 200);

    /// <summary>The step now open to this person.</summary>
    public async Task ApprovesAsync(string who, string number, string verb)
    {
        var (_, inbox) = await city.Get(who, $"/api/v1/approvals?box=inbox&application={number}");
        await PostAsync(who, $"/api/v1/approvals/{inbox.GetProperty("items")[0].GetProperty("id").GetString()}/{verb}", new { }, 200);
    }

    /// <summary>From the drawer to the notice, on paper or not.</summary>
    public async Task<string> GrantedAsync(string resident)
    {
        var number = await SubmittedAsync("jido-teate-nintei", resident);
        await DoesAsync("clerk", number, "accept");
        await DoesAsync("clerk", number, "propose", new { disposition = "grant", reason = "児童手当法4条1項の要件を満たす。" });
        await ApprovesAsync("chief", number, "endorse");
        await ApprovesAsync("manager", number, "decide");
        await Eventually.See(async () =>
        {
            var (_, notices) = await city.Get("clerk", $"/api/v1/notices?application={number}");
            return notices.GetProperty("items").EnumerateArray().Any(n => n.GetProperty("state").GetString() == "issued") ? number : null;
        }, $"the notice of {number}");
        return number;
    }

    private async Task<JsonElement> PostAsync(string who, string path, object body, int expected)
    {
        var (status, answer) = await city.Post(who, path, body);
        Assert.True(status == expected, $"{who} {path}: {status} {answer}");
        return answer;
    }
}
