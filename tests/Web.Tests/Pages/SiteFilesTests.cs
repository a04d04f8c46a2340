using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Madoguchi.Testing;

namespace Web.Tests.Pages;

/// <summary>What search engines and finders of weaknesses look for, and what the pages tell them.</summary>
public sealed class SiteFilesTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task Every_address_of_the_site_map_is_a_page_that_says_what_it_is()
    {
        using var client = city.Caller();
        XNamespace site = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var paths = XDocument.Parse(await client.GetStringAsync("/sitemap.xml")).Descendants(site + "loc").Select(l => new Uri(l.Value).PathAndQuery).ToList();
        Assert.Contains("/procedures/jido-teate-nintei", paths);
        Assert.Contains("/en/life-events/hikkoshi", paths);
        var faults = new List<string>();
        foreach (var path in paths)
        {
            var answer = await client.GetAsync(path);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            if (answer.StatusCode != HttpStatusCode.OK || page.QuerySelector("meta[name=description]") is null || page.QuerySelector("meta[name=robots]") is not null) faults.Add($"{path}: {answer.StatusCode}");
            if (page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { } canonical && new Uri(canonical).AbsolutePath != path) faults.Add($"{path}: {canonical}");
        }

        Assert.Empty(faults);
    }

    [Theory, InlineData(""), InlineData("/en"), InlineData("/ja-easy")]
    public async Task Pages_of_trust_are_there_lead_to_each_other_and_tell_others_what_they_are(string language)
    {
        using var reader = city.Visitor();
        await reader.GoAsync(language + "/site-map");
        var listed = reader.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        foreach (var page in new[] { "/accessibility", "/accessibility/result", "/privacy", "/terms", "/security", "/announcements" })
        {
            Assert.Contains(language + page, listed);
            await reader.GoAsync(language + page);
            Assert.True(reader.Status == 200 && reader.Words.Length > 60, page);
            Assert.StartsWith(Meta(reader, "og:title"), reader.Page.Title, StringComparison.Ordinal);
            Assert.EndsWith(language + page, Meta(reader, "og:url"), StringComparison.Ordinal);
            foreach (var name in new[] { "og:description", "og:site_name", "og:locale", "og:type" }) Assert.NotEqual("", Meta(reader, name));
            foreach (var link in reader.Page.QuerySelectorAll("footer a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/'))) Assert.StartsWith(language + "/", link, StringComparison.Ordinal);
        }
    }

    private static string Meta(Madoguchi.Testing.Browsing.Visitor reader, string property) => reader.Page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content") ?? "";

    [Fact]
    public async Task A_procedure_says_what_it_is_in_the_words_of_schema_org()
    {
        using var client = city.Caller();
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/en/procedures/jido-teate-nintei"));
        var service = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("GovernmentService", service.GetProperty("@type").GetString());
        Assert.Equal("en", service.GetProperty("inLanguage").GetString());
        Assert.Equal(page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"), service.GetProperty("name").GetString());
        Assert.EndsWith("/en/procedures/jido-teate-nintei", service.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_security_contact_is_valid_for_less_than_a_year_and_robots_keep_out_of_what_is_personal()
    {
        using var client = city.Caller();
        var lines = (await client.GetStringAsync("/.well-known/security.txt")).Split('\n');
        Assert.Contains(lines, l => l.StartsWith("Contact: mailto:", StringComparison.Ordinal));
        var expires = DateTimeOffset.Parse(lines.Single(l => l.StartsWith("Expires: ", StringComparison.Ordinal))[9..], CultureInfo.InvariantCulture);
        Assert.InRange(expires, DateTimeOffset.UtcNow.AddDays(30), DateTimeOffset.UtcNow.AddDays(365));
        Assert.Contains("Disallow: /my", await client.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }
}
