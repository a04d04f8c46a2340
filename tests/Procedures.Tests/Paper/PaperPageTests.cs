using System.Net;
using Madoguchi.Testing;

namespace Procedures.Tests.Paper;

/// <summary>The empty form for people who want paper, through the city hall.</summary>
public sealed class PaperPageTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task Anyone_gets_the_form_and_a_browser_that_has_it_is_told_so()
    {
        using var caller = city.Caller();
        var stop = TestContext.Current.CancellationToken;
        var answer = await caller.GetAsync("/procedures/kosodate-koza/paper.pdf", stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF", await answer.Content.ReadAsStringAsync(stop));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/procedures/kosodate-koza/paper.pdf");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await caller.SendAsync(again, stop)).StatusCode);

        var english = await caller.GetAsync("/en/procedures/kosodate-koza/paper.pdf", stop);
        Assert.Equal(HttpStatusCode.OK, english.StatusCode);
        Assert.NotEqual(answer.Headers.ETag, english.Headers.ETag);
    }

    [Fact]
    public async Task An_unknown_procedure_has_no_form()
    {
        using var caller = city.Caller();
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync("/procedures/nowhere/paper.pdf", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("", "紙の様式（PDF）")]
    [InlineData("/en", "Paper form (PDF)")]
    [InlineData("/ja-easy", "に")]
    public async Task The_page_of_the_procedure_links_it_in_its_language(string prefix, string words)
    {
        using var caller = city.Caller();
        var page = WebUtility.HtmlDecode(await caller.GetStringAsync(prefix + "/procedures/kosodate-koza", TestContext.Current.CancellationToken));
        Assert.Contains($"href=\"{prefix}/procedures/kosodate-koza/paper.pdf\"", page);
        Assert.Contains(words, page);
    }
}
