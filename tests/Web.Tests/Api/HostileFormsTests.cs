using Madoguchi.Testing;
using Web.Tests.Doors;

namespace Web.Tests.Api;

/// <summary>Pages asked by hand: verbs no browser uses, hidden fields nobody wrote.</summary>
public sealed class HostileFormsTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task A_page_answers_only_the_verbs_it_knows()
    {
        using var client = city.Caller();
        await Door.SignInAsync(client, "/sign-in", "hanako");
        var number = await SubmittedAsync("hanako");
        foreach (var page in new[] { "/procedures/kosodate-koza", $"/my/applications/{number}", "/accessibility" })
        {
            Assert.Equal(405, (await client.SendAsync(HttpMethod.Trace, page)).Status);
            Assert.Equal(200, (await client.SendAsync(HttpMethod.Get, page)).Status);
        }

        Assert.Equal(405, (await Door.SendAsync(client, $"/my/applications/{number}", HttpMethod.Put)).Status);
    }

    [Theory]
    [InlineData("""{"residence":1,"residence":2}""")]
    [InlineData("""{"claimant":{"family":"a","family":"b"}}""")]
    [InlineData("""{"children":[{"name":1,"name":2}]}""")]
    [InlineData("""{"residence":"\ud800"}""")]
    [InlineData("""{"\udc00":1}""")]
    [InlineData("""{"residence":1e999}""")]
    [InlineData("[]")]
    [InlineData("no json")]
    public async Task What_a_page_carries_is_judged_like_any_other_words_of_a_stranger(string held)
    {
        using var client = city.Caller();
        await Door.SignInAsync(client, "/sign-in", "hanako");
        var page = $"/my/applications/{await SubmittedAsync("hanako")}/correct?pages=claimant,children";
        foreach (var act in new[] { "next", "add:children", "" })
        {
            var answer = await Door.SendAsync(client, page, HttpMethod.Post, ("held", held), ("act", act), ("version", "1"));
            Assert.True(answer.Status < 500, $"{act}: {answer.Status}");
        }
    }

    private async Task<string> SubmittedAsync(string account) =>
        (await city.PostJsonAsync(account, "/api/v1/procedures/jido-teate-nintei/applications", await city.SubmissionAsync("jido-teate-nintei"))).Body.GetProperty("intakeNumber").GetString()!;
}
