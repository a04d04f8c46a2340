using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace Applications.Tests.Ways;

/// <summary>A matter as its tests tell it: who does what, and what comes of it.</summary>
internal sealed class Matter(DemoCity city, string number)
{
    public string Number { get; } = number;

    /// <summary>The example of the definition, posted unchanged.</summary>
    public static async Task<Matter> Submitted(DemoCity city, string slug, string resident = "hanako", Action<JsonObject>? change = null, string? noticeBy = null)
    {
        var (status, body) = await TrySubmit(city, slug, resident, change, noticeBy);
        Assert.True(status == 201, $"{status} {body}");
        Assert.Equal("arrived", body.GetProperty("status").GetString());
        return new Matter(city, body.GetProperty("intakeNumber").GetString()!);
    }

    public static async Task<(int Status, JsonElement Body)> TrySubmit(DemoCity city, string slug, string resident = "hanako", Action<JsonObject>? change = null, string? noticeBy = null)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{slug}");
        var answers = JsonNode.Parse(procedure.GetProperty("example").GetRawText())!.AsObject();
        change?.Invoke(answers);
        return await city.Post(resident, $"/api/v1/procedures/{slug}/applications", new JsonObject { ["answers"] = answers, ["noticeBy"] = noticeBy });
    }

    /// <summary>A verb that must succeed: the whole new resource.</summary>
    public async Task<JsonElement> Does(string who, string verb, object? body = null)
    {
        var (status, answer) = await Tries(who, verb, body);
        Assert.True(status == 200, $"{who} {verb}: {status} {answer}");
        return answer;
    }

    /// <summary>A verb that must be refused with this status and code.</summary>
    public async Task IsRefused(string who, string verb, object? body, int status, string code)
    {
        var (got, answer) = await Tries(who, verb, body);
        Assert.True(got == status && answer.GetProperty("code").GetString() == code, $"{who} {verb}: {got} {answer}");
    }

    public Task<(int Status, JsonElement Body)> Tries(string who, string verb, object? body = null) =>
        city.Post(who, $"/api/v1/applications/{Number}/{verb}", body ?? new { });

    public async Task<JsonElement> SeenBy(string who)
    {
        var (status, body) = await city.Get(who, $"/api/v1/applications/{Number}");
        Assert.True(status == 200, $"{who}: {status} {body}");
        return body;
    }

    public async Task<string> StatusFor(string who) => (await SeenBy(who)).GetProperty("status").GetString()!;

    public async Task<IReadOnlyList<string>> HistoryFor(string who)
    {
        var (_, body) = await city.Get(who, $"/api/v1/applications/{Number}/events");
        return [.. body.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString()!)];
    }

    /// <summary>The step of the approval now open to this person is done.</summary>
    public async Task<JsonElement> Approves(string who, string verb, object? body = null)
    {
        var (_, inbox) = await city.Get(who, $"/api/v1/approvals?box=inbox&application={Number}");
        var id = inbox.GetProperty("items").EnumerateArray().Select(a => a.GetProperty("id").GetString()).FirstOrDefault();
        Assert.True(id is not null, $"Nothing waits for {who}");
        var (status, answer) = await city.Post(who, $"/api/v1/approvals/{id}/{verb}", body ?? new { });
        Assert.True(status == 200, $"{who} {verb}: {status} {answer}");
        return answer;
    }

    /// <summary>The notice once it has its number and signature.</summary>
    public Task<string> NoticeIssued(string staff) => Eventually.See(async () => (await Issued(staff)).FirstOrDefault()?.ToJsonString(), $"the notice of {Number}");

    /// <summary>The id of the notice with this title once it is issued.</summary>
    public Task<string> NoticeIssued(string staff, string title) => Eventually.See(async () =>
        (await Issued(staff)).Where(n => ((string)n["title"]!).Contains(title, StringComparison.Ordinal)).Select(n => (string?)n["id"]).FirstOrDefault(), $"{title} of {Number}");

    /// <summary>The issued notices this person sees.</summary>
    public async Task<IReadOnlyList<JsonObject>> Issued(string who)
    {
        var (_, body) = await city.Get(who, $"/api/v1/notices?application={Number}");
        return [.. JsonNode.Parse(body.GetProperty("items").GetRawText())!.AsArray().Select(n => n!.AsObject()).Where(n => (string?)n["state"] == "issued")];
    }

    public async Task<byte[]> Pdf(string who, string notice)
    {
        using var client = city.Caller(who);
        using var answer = await client.GetAsync($"/api/v1/notices/{notice}/pdf");
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public async Task<JsonElement> IsVerified(byte[] pdf)
    {
        using var client = city.Caller();
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, "file", "notice.pdf");
        using var answer = await client.PostAsync("/api/v1/verify", form);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    public async Task<IReadOnlyList<string>> LettersTo(string who)
    {
        var (_, body) = await city.Get(who, $"/api/v1/messages?application={Number}");
        return [.. body.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("kind").GetString()!)];
    }
}
