using System.Net;
using System.Xml.Linq;
using Madoguchi.Testing;
using Web.Tests.Api;

namespace Web.Tests.Pages;

/// <summary>お知らせ: written by an officer, read by everybody on the home page, on pages of their own and in the feed.</summary>
public sealed class AnnouncementTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task What_an_officer_writes_is_read_at_once_and_gone_when_ended(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var reader = city.Visitor();
        await reader.GoAsync("/");
        Assert.Contains("年末年始の窓口について", reader.Words);

        using var officer = city.Visitor();
        await officer.SignInAsync("dx", "/staff/sign-in");
        await officer.GoAsync("/staff/announcements/new");
        await officer.Fill(("titleJa", "断水のお知らせ"), ("bodyJa", "東町一帯で断水しています。\n給水所は市役所です。"), ("titleEn", "Water cut"), ("bodyEn", "No water in Higashimachi."), ("emergency", "true"), ("link", "/procedures/risai-shomei")).PressAsync("公開する");
        Assert.Contains("公開しました", officer.Words);

        await reader.GoAsync("/");
        Assert.StartsWith("【緊急】断水のお知らせ", reader.Page.QuerySelector("article.dads-emergency h2")!.TextContent.Trim());
        await reader.GoAsync("/en");
        Assert.Contains("Water cut", reader.Page.QuerySelector("article.dads-emergency")!.TextContent);
        // Nobody wrote it in easy Japanese: the Japanese words stand there, and say so to a screen reader.
        await reader.GoAsync("/ja-easy");
        Assert.Contains("断水のお知らせ", reader.Page.QuerySelector("[lang=ja] article.dads-emergency")!.TextContent);

        await reader.GoAsync("/announcements");
        await reader.GoAsync(reader.Page.QuerySelectorAll("a.dads-resource__heading").First(a => a.TextContent.Contains("断水", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("給水所は市役所です。", reader.Words);
        Assert.NotNull(reader.Page.QuerySelector("article a[href='/procedures/risai-shomei']"));
        var one = reader.Path;

        await officer.GoAsync("/staff" + one);
        await officer.PressAsync("掲載を終える");
        await reader.GoAsync(one);
        Assert.Equal(404, reader.Status);
        await reader.GoAsync("/");
        Assert.DoesNotContain("断水", reader.Words);
    }

    [Fact]
    public async Task The_feed_is_rss_in_the_language_of_its_address()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var client = city.Caller();
        var answer = await client.GetAsync("/en/announcements.rss");
        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);
        var channel = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("channel")!;
        Assert.Equal("en", channel.Element("language")!.Value);
        var item = channel.Elements("item").First();
        Assert.Contains(channel.Elements("item"), i => i.Element("title")!.Value == "Parenting classes: apply now");
        Assert.True(DateTimeOffset.TryParse(item.Element("pubDate")!.Value, System.Globalization.CultureInfo.InvariantCulture, out _));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(item.Element("link")!.Value).PathAndQuery)).StatusCode);
    }

    [Fact]
    public async Task Nothing_typed_is_lost_and_hostile_links_are_refused_beside_their_field()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var officer = city.Visitor();
        await officer.SignInAsync("admin", "/staff/sign-in");
        foreach (var link in new[] { "javascript:alert(1)", "//elsewhere.example/", "http://plain.example/", "https://user@elsewhere.example/", "/\\elsewhere" })
        {
            await officer.GoAsync("/staff/announcements/new");
            await officer.Fill(("titleJa", "題"), ("bodyJa", "本文を長く書いた"), ("titleEn", "A title alone"), ("link", link), ("lastDay.year", "2020"), ("lastDay.month", "1"), ("lastDay.day", "1")).PressAsync("公開する");
            Assert.Equal(400, officer.Status);
            Assert.Contains("https://", officer.Page.QuerySelector("#link-error")!.TextContent);
            Assert.NotNull(officer.Page.QuerySelector("#bodyEn-error"));
            Assert.NotNull(officer.Page.QuerySelector("#lastDay-error"));
            Assert.Equal("本文を長く書いた", officer.Page.QuerySelector("[name=bodyJa]")!.TextContent.Trim());
        }

        await officer.GoAsync("/announcements");
        Assert.DoesNotContain("A title alone", officer.Words);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_title_of_rare_characters_is_kept_whole_or_refused_with_its_text(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var officer = city.Visitor();
        await officer.SignInAsync("dx", "/staff/sign-in");
        foreach (var (title, ok) in new[] { (string.Concat(Enumerable.Repeat("𠮷", 50)), true), (string.Concat(Enumerable.Repeat("𠮷", 80)), false), (string.Concat(Enumerable.Repeat("か\u0301\u0302\u0304", 60)), false), (new string('長', 81), false) })
        {
            await officer.GoAsync("/staff/announcements/new");
            await officer.Fill(("titleJa", title), ("bodyJa", "本文"), ("titleEn", title + title), ("bodyEn", "text")).PressAsync("公開する");
            Assert.Equal(ok ? 200 : 400, officer.Status);
            if (ok) Assert.Contains(title, officer.Page.DocumentElement.TextContent);
            else Assert.Equal("本文", officer.Page.QuerySelector("[name=bodyJa]")!.TextContent.Trim());
            if (!ok) Assert.NotNull(officer.Page.QuerySelector("#titleJa-error"));
        }
    }

    [Fact]
    public async Task Others_may_not_write()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = city.Visitor();
        await clerk.SignInAsync("clerk", "/staff/sign-in");
        await clerk.GoAsync("/staff/announcements");
        Assert.Equal(403, clerk.Status);
        await clerk.GoAsync("/staff/announcements/new");
        Assert.Equal(403, clerk.Status);
    }
}
