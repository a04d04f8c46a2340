using System.Text.Json.Nodes;
using Madoguchi.Testing;
using Web.Tests.Api;

namespace Web.Tests.Doors;

/// <summary>Pages that stand in no room of the navigation.</summary>
public sealed class StaffDoorsTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Theory]
    [InlineData("/staff/sign-in")]
    [InlineData("/staff/")]
    public async Task An_officer_already_signed_in_may_come_to_the_door_again(string door)
    {
        using var client = city.Caller();
        await Door.SignInAsync(client, "/staff/sign-in", "clerk");
        Assert.Equal(200, (await client.SendAsync(HttpMethod.Get, door)).Status);
    }

    [Fact]
    public async Task Who_must_concur_opens_the_matter_without_having_a_list_of_matters()
    {
        var submitted = await city.PostJsonAsync("builder", "/api/v1/procedures/doro-senyo/applications", await city.SubmissionAsync("doro-senyo"));
        var number = submitted.Body.GetProperty("intakeNumber").GetString();
        await DoesAsync("road-clerk", $"applications/{number}/accept", new JsonObject());
        await DoesAsync("road-clerk", $"applications/{number}/propose", new JsonObject { ["disposition"] = "grant", ["reason"] = "支障がない", ["result"] = new JsonObject { ["charge"] = 1000 } });
        var approvals = (await city.SendAsync("road-chief", HttpMethod.Get, $"/api/v1/approvals?application={number}")).Body;
        await DoesAsync("road-chief", $"approvals/{approvals.GetProperty("items")[0].GetProperty("id").GetString()}/endorse", new JsonObject());

        using var client = city.Caller();
        await Door.SignInAsync(client, "/staff/sign-in", "sewer-manager");
        Assert.Equal(403, (await client.SendAsync(HttpMethod.Get, "/staff/applications")).Status);
        foreach (var page in new[] { $"/staff/applications/{number}", $"/staff/applications/{number}/print" })
        {
            var shown = await client.SendAsync(HttpMethod.Get, page);
            Assert.True(shown.Status == 200 && shown.Text.Contains(number!), $"{page}: {shown.Status}");
        }
    }

    private async Task DoesAsync(string account, string path, JsonObject body)
    {
        var answer = await city.PostJsonAsync(account, $"/api/v1/{path}", body.ToJsonString());
        Assert.True(answer.Status == 200, $"{account} {path}: {answer}");
    }
}
