using System.Net;
using Madoguchi.Testing;

namespace Web.Tests.Pages;

/// <summary>Pages that are the same for everybody are kept as bytes for a moment; those of somebody never.</summary>
public sealed class PublicPagesTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const string Kept = "Age";

    [Theory]
    [InlineData("/")]
    [InlineData("/en")]
    [InlineData("/ja-easy/procedures/jido-teate-nintei")]
    [InlineData("/life-events")]
    [InlineData("/announcements")]
    [InlineData("/privacy")]
    [InlineData("/en/offline")]
    [InlineData("/accessibility/result")]
    [InlineData("/search?q=児童手当")]
    public async Task A_page_asked_for_twice_is_made_once_and_whoever_has_it_is_told_so(string path)
    {
        using var client = city.Caller();
        var first = await client.GetAsync(path);
        Assert.True(first.IsSuccessStatusCode);
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Equal("Cookie", Assert.Single(first.Headers.Vary));
        var tag = first.Headers.ETag!;

        var second = await client.GetAsync(path);
        Assert.True(second.Headers.Contains(Kept));
        Assert.Equal(tag, second.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal("nosniff", Assert.Single(second.Headers.GetValues("X-Content-Type-Options")));
        Assert.Single(second.Headers.GetValues("Content-Security-Policy"));

        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(tag);
        var third = await client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
        Assert.Empty(await third.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Languages_are_kept_apart()
    {
        using var client = city.Caller();
        var pages = new List<string>();
        foreach (var path in new[] { "/", "/en", "/ja-easy", "/", "/en", "/ja-easy" }) pages.Add(await client.GetStringAsync(path));
        Assert.Equal(pages[..3], pages[3..]);
        Assert.Equal(3, pages.Distinct().Count());
        Assert.Contains("lang=\"en\"", pages[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/search?q=児童手当&from=0")]
    [InlineData("/search?q=児童手当&q=住民票")]
    [InlineData("/search?q=宝くじ")]
    [InlineData("/?anything=1")]
    [InlineData("/procedures/kosodate-koza")]
    [InlineData("/sign-in")]
    public async Task What_is_asked_for_by_few_or_changes_by_the_second_is_made_anew(string path)
    {
        using var client = city.Caller();
        for (var i = 0; i < 2; i++)
        {
            var answer = await client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains(Kept));
            Assert.Null(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task Other_words_are_another_page()
    {
        using var client = city.Caller();
        Assert.Contains("児童手当認定請求", await client.GetStringAsync("/search?q=児童手当"), StringComparison.Ordinal);
        Assert.DoesNotContain("児童手当認定請求", await client.GetStringAsync("/search?q=住民票"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_kept()
    {
        using var client = city.Caller();
        for (var i = 0; i < 2; i++)
        {
            var answer = await client.GetAsync("/procedures/nothing-of-this-name");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.False(answer.Headers.Contains(Kept));
        }
    }

    [Fact]
    public async Task The_page_of_somebody_signed_in_is_neither_kept_nor_shown_to_others()
    {
        using var client = city.Caller();
        var before = await client.GetStringAsync("/");
        using var resident = city.Visitor();
        await resident.SignInAsync("hanako");
        await resident.GoAsync("/");
        Assert.DoesNotContain("入力の途中のものも続けられます", resident.Words);
        Assert.Equal(before, await client.GetStringAsync("/"));
    }
}
