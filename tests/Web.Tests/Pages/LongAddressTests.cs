using AngleSharp.Html.Parser;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Web.Tests.Api;

namespace Web.Tests.Pages;

/// <summary>Addresses that are too long, and words longer than the field.</summary>
public sealed class LongAddressTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const int Most = 16 * 1024;

    // GET, two spaces and HTTP/1.1.
    private const int Around = 13;

    [Theory]
    [InlineData("/search?q=", "アドレスが長すぎて")]
    [InlineData("/en/search?q=", "too long")]
    [InlineData("/ja-easy/procedures/", "アドレス")]
    [InlineData("/", "アドレスが長すぎて")]
    public async Task A_line_over_16_KiB_is_414_with_the_search(string path, string words)
    {
        foreach (var length in new[] { Most + 1, 3 * Most })
        {
            var answer = await city.SendAsync(null, HttpMethod.Get, Line(path, length));
            Assert.Equal(414, answer.Status);
            var page = new HtmlParser().ParseDocument(answer.Text);
            Accessible.Check(page, path);
            Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.EndsWith("/search", page.QuerySelector("form[role=search]")!.GetAttribute("action")!, StringComparison.Ordinal);
            Assert.Equal("200", page.QuerySelector("input[name=q]")!.GetAttribute("maxlength"));
        }
    }

    [Fact]
    public async Task The_longest_line_is_still_read()
    {
        var found = await city.SendAsync(null, HttpMethod.Get, Line("/search?q=", Most));
        Assert.Equal(200, found.Status);
        Assert.Equal(404, (await city.SendAsync(null, HttpMethod.Get, Line("/", Most))).Status);
        Assert.Equal(200, (await city.SendAsync(null, HttpMethod.Get, Line("/api/v1/procedures?q=", Most))).Status);
        var box = new HtmlParser().ParseDocument(found.Text).QuerySelector("main input[name=q]")!;
        Assert.Equal("200", box.GetAttribute("maxlength"));
        Assert.Equal(new string('a', 200), box.GetAttribute("value"));
    }

    [Fact]
    public async Task The_api_says_it_as_a_problem()
    {
        var answer = await city.SendAsync("hanako", HttpMethod.Get, Line("/api/v1/procedures?q=", Most + 1), null, ("Accept-Language", "en"));
        Assert.Equal((414, "address-too-long", "application/problem+json"), (answer.Status, answer.Code, answer.Message.Content.Headers.ContentType!.MediaType));
        Assert.Contains("too long", answer.Body.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_all_measure_the_server_ends_it_by_itself() =>
        Assert.Equal((414, ""), await EmptyAsync(Line("/search?q=", 5 * Most)));

    private async Task<(int, string)> EmptyAsync(string path)
    {
        var answer = await city.SendAsync(null, HttpMethod.Get, path);
        return (answer.Status, answer.Text);
    }

    private static string Line(string path, int length) => path + new string('a', length - Around - path.Length);
}
