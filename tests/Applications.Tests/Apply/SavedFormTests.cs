using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace Applications.Tests.Apply;

/// <summary>下書き through the API: what it begins with, and its end.</summary>
public sealed class SavedFormTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const string Slug = "juminhyo-utsushi";

    [Fact]
    public async Task What_was_written_for_somebody_else_is_not_filled_in_for_oneself()
    {
        var own = await ExampleAsync();
        own["telephone"] = "09011112222";
        await SubmittedAsync(own);
        var other = await ExampleAsync();
        (other["applicant"]!["family"], other["applicant"]!["given"], other["telephone"]) = ("浜口", "直人", "09033334444");
        await SubmittedAsync(other);

        var begun = await BegunAsync();
        Assert.Equal("青葉", begun["applicant"]!["family"]!.GetValue<string>());
        Assert.Equal("09011112222", begun["telephone"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_submitted_form_takes_no_answers_any_more()
    {
        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        var (status, begun) = await city.Post("hanako", $"/api/v1/procedures/{Slug}/saved-forms", new { answers = await ExampleAsync() });
        Assert.Equal(201, status);
        var id = begun.GetProperty("id").GetString();
        await hanako.GoAsync($"/apply/{id}/check");
        if (hanako.Page.QuerySelector("[name=NoticeBy]") is not null) hanako.Fill("NoticeBy", "electronic");
        await hanako.PressAsync(hanako.Page.QuerySelector("main form .dads-button--solid")!);
        Assert.Contains("受け付けました", hanako.Words);

        using var caller = city.Caller("hanako");
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/saved-forms/{id}") { Content = System.Net.Http.Json.JsonContent.Create(new { answers = new { } }) };
        put.Headers.TryAddWithoutValidation("If-Match", "*");
        var answer = await caller.SendAsync(put);
        Assert.Equal(409, (int)answer.StatusCode);
        Assert.Contains("form-submitted", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl?.ToString() ?? (await caller.GetAsync("/api/v1/me")).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private async Task<JsonObject> ExampleAsync() =>
        JsonNode.Parse((await city.Get("hanako", $"/api/v1/procedures/{Slug}")).Body.GetProperty("example").GetRawText())!.AsObject();

    private async Task SubmittedAsync(JsonObject answers)
    {
        var (status, body) = await city.Post("hanako", $"/api/v1/procedures/{Slug}/applications", new { answers });
        Assert.True(status == 201, $"{status} {body}");
    }

    private async Task<JsonObject> BegunAsync()
    {
        var (_, begun) = await city.Post("hanako", $"/api/v1/procedures/{Slug}/saved-forms", new { });
        var (_, saved) = await city.Get("hanako", $"/api/v1/saved-forms/{begun.GetProperty("id").GetString()}");
        return JsonNode.Parse(saved.GetProperty("answers").GetRawText())!.AsObject();
    }
}
