using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Text;
using Madoguchi.Testing;
using Madoguchi.Web.Shell.Offline;
using Web.Tests.Api;
using Web.Tests.Doors;

namespace Web.Tests.Pages;

/// <summary>The page for the time without a connection, and what makes a browser keep it.</summary>
public sealed class OfflineTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Theory, InlineData(Language.Ja), InlineData(Language.En), InlineData(Language.JaEasy)]
    public async Task Numbers_to_call_and_places_to_flee_to_stand_on_one_page(Language language)
    {
        using var anybody = city.Visitor();
        await anybody.GoAsync(language.Prefix() + "/offline");
        Assert.Equal(200, anybody.Status);
        var numbers = anybody.Page.QuerySelectorAll("main a[href^='tel:']").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(["tel:119", "tel:110", "tel:%237119", "tel:171", "tel:0000001000", "tel:0000001099"], numbers.Take(6));
        Assert.Empty(city.Get<IDirectory>().Divisions.Select(d => OfflinePage.Call(d.Telephone)).Except(numbers));

        var sites = city.Get<IEvacuationSites>().All;
        Assert.Equal(sites.Count, anybody.Page.QuerySelectorAll("main .dads-card h3").Length);
        foreach (var site in sites)
        {
            Assert.Contains(site.Address, anybody.Words, StringComparison.Ordinal);
            if (language != Language.JaEasy) Assert.Contains(site.NameIn(language).ToString(), anybody.Words, StringComparison.Ordinal);
        }

        Assert.DoesNotMatch(@"\boffline\.[a-z0-9]", anybody.Words);
        Assert.NotNull(anybody.Page.QuerySelector($"footer a[href='{language.Prefix()}/offline']"));
    }

    [Fact]
    public async Task What_is_kept_is_everybodys_and_asks_for_nothing_that_is_not_kept()
    {
        using var hanako = city.Caller();
        await Door.SignInAsync(hanako, "/sign-in", "hanako");
        foreach (var file in city.Get<KeptPages>().Files)
        {
            var own = await hanako.SendAsync(HttpMethod.Get, file);
            var anybodys = await city.SendAsync(null, HttpMethod.Get, file);
            Assert.Equal((200, 200), (own.Status, anybodys.Status));
            Assert.Equal(anybodys.Text, own.Text);
            Assert.False(anybodys.Message.Headers.Contains("Set-Cookie"), file);
            if (file.EndsWith(".css", StringComparison.Ordinal)) continue;
            var page = new HtmlParser().ParseDocument(anybodys.Text);
            Assert.Equal([city.Get<KeptPages>().Files[^1]], page.QuerySelectorAll("link[href]:not([rel=canonical]), script, img").Select(e => e.GetAttribute("href") ?? e.OuterHtml));
            Assert.NotNull(page.QuerySelector(".dads-banner"));
            Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        }

        Assert.Null(new HtmlParser().ParseDocument((await city.SendAsync(null, HttpMethod.Get, "/offline?kept=abc")).Text).QuerySelector(".dads-banner"));
    }

    [Fact]
    public async Task The_worker_is_asked_for_at_every_visit_and_sent_only_when_it_differs()
    {
        var worker = await city.SendAsync(null, HttpMethod.Get, "/service-worker.js");
        Assert.Equal("text/javascript", worker.Message.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", worker.Message.Headers.CacheControl!.ToString());
        var policy = worker.Message.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.All(city.Get<KeptPages>().Files, file => Assert.Contains($"\"{file}\"", worker.Text, StringComparison.Ordinal));

        var again = await city.SendAsync(null, HttpMethod.Get, "/service-worker.js", null, ("If-None-Match", worker.Message.Headers.ETag!.Tag));
        Assert.Equal((304, ""), (again.Status, again.Text));

        var page = new HtmlParser().ParseDocument((await city.SendAsync(null, HttpMethod.Get, "/")).Text);
        var script = await city.SendAsync(null, HttpMethod.Get, page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src")!).Single(s => s.Contains("/offline.", StringComparison.Ordinal)));
        Assert.Contains("/service-worker.js", script.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_the_citys_own_takes_the_place_of_the_demos_and_reaches_the_telephones()
    {
        await using var other = await DemoCity.OpenOnAsync("sqlite");
        var before = await other.SendAsync(null, HttpMethod.Get, "/service-worker.js");
        await File.WriteAllTextAsync(Path.Combine(other.Folder, "evacuation-sites.json"), """{"sites":[{"名称":"丘の上の体育館","所在地_連結表記":"凪の丘一丁目1番","災害種別_津波":"1"}]}""");
        await other.RestartAsync();

        using var anybody = other.Visitor();
        await anybody.GoAsync("/offline");
        Assert.Contains("丘の上の体育館", anybody.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("かもめ台小学校", anybody.Words, StringComparison.Ordinal);
        var after = await other.SendAsync(null, HttpMethod.Get, "/service-worker.js", null, ("If-None-Match", before.Message.Headers.ETag!.Tag));
        Assert.Equal(200, after.Status);
        Assert.NotEqual(before.Text, after.Text);

        await File.WriteAllTextAsync(Path.Combine(other.Folder, "evacuation-sites.json"), """{"sites":[]}""");
        await other.RestartAsync();
        await anybody.Forget().GoAsync(other.Caller().BaseAddress + "offline");
        Assert.Contains("まだ登録されていません", anybody.Words, StringComparison.Ordinal);
    }

    [Theory, InlineData(Language.Ja, "みなと台市"), InlineData(Language.En, "Minatodai City"), InlineData(Language.JaEasy, "みなと台市")]
    public async Task The_city_hall_can_be_put_on_a_home_screen_under_its_own_name(Language language, string name)
    {
        var start = await city.SendAsync(null, HttpMethod.Get, language.Prefix() + "/");
        var address = new HtmlParser().ParseDocument(start.Text).QuerySelector("link[rel=manifest]")!.GetAttribute("href")!;
        var manifest = await city.SendAsync(null, HttpMethod.Get, address);
        Assert.Equal("application/manifest+json", manifest.Message.Content.Headers.ContentType!.MediaType);
        string Field(string field) => manifest.Body.GetProperty(field).GetString()!;
        Assert.StartsWith(name, Field("name"), StringComparison.Ordinal);
        Assert.Equal((name, "/", "/", language.Prefix() + "/", "standalone"), (Field("short_name"), Field("id"), Field("scope"), Field("start_url"), Field("display")));
        Assert.All(new[] { "theme_color", "background_color" }, field => Assert.Matches("^#[0-9a-f]{6}$", Field(field)));

        var icons = manifest.Body.GetProperty("icons").EnumerateArray().ToList();
        Assert.Contains(icons, i => i.GetProperty("purpose").GetString() == "maskable");
        Assert.Empty(new[] { "any", "192x192", "512x512" }.Except(icons.Select(i => i.GetProperty("sizes").GetString())));
        foreach (var icon in icons) await IsServedAsync(icon);
        foreach (var shortcut in manifest.Body.GetProperty("shortcuts").EnumerateArray())
            Assert.Equal(200, (await city.SendAsync(null, HttpMethod.Get, shortcut.GetProperty("url").GetString()!)).Status);
    }

    private async Task IsServedAsync(JsonElement icon)
    {
        using var client = city.Caller();
        using var answer = await client.GetAsync(icon.GetProperty("src").GetString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(icon.GetProperty("type").GetString(), answer.Content.Headers.ContentType!.MediaType);
        if (icon.GetProperty("sizes").GetString() is not { } sizes || sizes == "any") return;
        // Width and height stand at the 17th byte of a PNG.
        var content = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(sizes, $"{BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(20))}");
    }
}
