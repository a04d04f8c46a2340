using System.Text;
using System.Text.Json.Nodes;
using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain;
using Madoguchi.Directory.SetTheme;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Keys;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Madoguchi.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Directory.Tests.SetTheme;

/// <summary>見た目: set by an officer, looked at, published, brought back; seen by everybody only then.</summary>
public sealed class ThemePagesTests
{
    private const string Green = "#006b4a";

    [Theory, ClassData(typeof(Databases))]
    public async Task What_is_set_is_seen_by_residents_after_publishing_and_not_before(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var officer = await OfficerAsync(city);
        using var reader = city.Visitor();
        await reader.GoAsync("/");
        var plain = Styles(reader);

        await SetAsync(officer, mark: SmallPictures.Svg, top: SmallPictures.Png(800, 400));
        Assert.Equal("/staff/theme/preview", officer.Path);
        Assert.Contains("まだ公開していません", officer.Words);
        using (var client = city.Caller())
            foreach (var kept in officer.Page.QuerySelectorAll("img").Select(i => i.GetAttribute("src")!))
            {
                Assert.Equal("image", (await officer.OpenFileAsync(kept)).Type!.Split('/')[0]);
                Assert.DoesNotContain("image", (await client.GetAsync(kept)).Content.Headers.ContentType!.MediaType!);
                Assert.Equal(404, (int)(await client.GetAsync(kept.Replace("/staff/theme/preview/", "/theme/", StringComparison.Ordinal))).StatusCode);
            }

        var draft = Encoding.UTF8.GetString((await officer.OpenFileAsync(officer.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!)).Content);
        Assert.EndsWith($"--key:{Green};--key-hover:#004f37;--key-active:#003625;--key-50:#ebf3f1;--key-100:#dbeae6;--key-200:#c7ded7}}\n", draft);
        await reader.GoAsync("/");
        Assert.Equal(plain, Styles(reader));
        Assert.Null(reader.Page.QuerySelector("main img, header img"));

        await officer.PressAsync("公開する");
        Assert.Contains("公開しました", officer.Words);
        await reader.GoAsync("/");
        Assert.NotEqual(plain, Styles(reader));
        Assert.Single(reader.Page.QuerySelectorAll("link[rel=stylesheet]"));
        var css = await reader.OpenFileAsync(Styles(reader));
        Assert.Equal("text/css", css.Type);
        Assert.Contains($":root{{--key:{Green};", Encoding.UTF8.GetString(css.Content));
        Assert.Equal("みなとの窓口", reader.Page.QuerySelector(".layout-header__city strong")!.TextContent);
        Assert.Equal(["800", "400", "港の朝"], Attributes(reader, ".layout-hero__picture", "width", "height", "alt"));
        Assert.Equal(["256", "128", ""], Attributes(reader, ".layout-header__mark", "width", "height", "alt"));
        Assert.EndsWith(".png", reader.Page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"));
        Assert.Contains("ようこそ。", reader.Words);
        await reader.GoAsync("/en");
        Assert.Equal("Harbour desk", reader.Page.QuerySelector(".layout-header__city strong")!.TextContent);
        Assert.Equal("Morning at the harbour", reader.Page.QuerySelector(".layout-hero__picture")!.GetAttribute("alt"));
        await reader.GoAsync("/ja-easy");
        Assert.Equal("みなとのまどぐち", reader.Page.QuerySelector(".layout-header__city strong rt")!.TextContent);
        await reader.GoAsync("/nowhere");
        Assert.Equal(404, reader.Status);
        Assert.NotEqual(plain, Styles(reader));
    }

    [Fact]
    public async Task Pictures_and_styles_are_kept_for_ever_and_can_do_nothing()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var officer = await OfficerAsync(city);
        await SetAsync(officer, mark: SmallPictures.Svg);
        await officer.PressAsync("公開する");
        using var client = city.Caller();
        using var reader = city.Visitor();
        await reader.GoAsync("/");
        var mark = await client.GetAsync(reader.Page.QuerySelector(".layout-header__mark")!.GetAttribute("src"));
        Assert.Equal("image/svg+xml", mark.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", mark.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none'; sandbox", mark.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Contains("immutable", mark.Headers.CacheControl!.ToString());
        var stale = await client.GetAsync("/assets/madoguchi.000000000000.css");
        Assert.Equal("no-store", stale.Headers.CacheControl!.ToString());
        Assert.Contains(Green, await stale.Content.ReadAsStringAsync());
        // Pages sent before still find what they name.
        Assert.Contains("immutable", (await client.GetAsync(Madoguchi.DesignSystem.DesignAssets.StylesPath)).Headers.CacheControl!.ToString());
        foreach (var none in new[] { "/theme/nothing.svg", "/theme/..%2fcity.db", mark.RequestMessage!.RequestUri!.AbsolutePath.Replace(".svg", ".html", StringComparison.Ordinal) })
            Assert.Equal(404, (int)(await client.GetAsync(none)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_beside_its_field_and_nothing_typed_is_lost()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var officer = await OfficerAsync(city);
        await RefusedAsync(officer, [("key", "#888888")], "key", "「主な色と白（リンク、ボタン）」のコントラスト比は3.54です。4.5以上");
        await RefusedAsync(officer, [("key", Green), ("pale", "#00543a")], "pale", "コントラスト比は");
        await RefusedAsync(officer, [("key", "あお")], "key", "#0017c1");
        await RefusedAsync(officer, [("hover", "#000000")], "key", "入力してください");
        await RefusedAsync(officer, [("nameJa", "みなと")], "nameEn", "入力してください");
        await RefusedAsync(officer, [("nameJa", "みなと"), ("nameKana", "minato"), ("nameEn", "Minato")], "nameKana", "かな");
        await RefusedAsync(officer, [("greetingJa", "ようこそ。")], "greetingEasy", "入力してください");
        officer.Attach("mark", "m.svg", Encoding.UTF8.GetBytes("<!DOCTYPE svg><svg/>"), "image/svg+xml");
        await RefusedAsync(officer, [("key", Green)], "mark", "このSVGは使えません");
        officer.Attach("mark", "m.png", "GIF89a and so on, and so on, and so on"u8.ToArray(), "image/png");
        await RefusedAsync(officer, [("key", Green)], "mark", "SVGかPNG");
        officer.Attach("mark", "m.svg", new byte[ThemeInput.LargestMark + 1], "image/svg+xml");
        await RefusedAsync(officer, [("key", Green)], "mark", "100KB");
        officer.Attach("top", "t.png", SmallPictures.Svg, "image/png");
        await RefusedAsync(officer, [("key", Green)], "top", "PNG・JPEG・WebP");
        officer.Attach("top", "t.png", new byte[2 * 1024 * 1024], "image/png");
        await RefusedAsync(officer, [("key", Green)], "top", "500KB");
        officer.Attach("top", "t.png", SmallPictures.Png(80, 40), "image/png");
        await RefusedAsync(officer, [("key", Green)], "textEn", "入力してください");
        await officer.GoAsync("/staff/theme");
        Assert.DoesNotContain("下書き", officer.Words);
    }

    [Fact]
    public async Task The_look_before_comes_back_and_every_step_is_in_the_audit()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var officer = await OfficerAsync(city);
        using var reader = city.Visitor();
        foreach (var colour in new[] { Green, "#7a0045" })
        {
            await SetAsync(officer, colour);
            await officer.PressAsync("公開する");
        }

        await officer.PressAsync("この見た目に戻す");
        Assert.Contains("まだ公開していません", officer.Words);
        await officer.PressAsync("公開する");
        await reader.GoAsync("/");
        Assert.Contains(Green, Encoding.UTF8.GetString((await reader.OpenFileAsync(Styles(reader))).Content));

        await SetAsync(officer, "#7a0045");
        await officer.PressAsync("下書きを捨てる");
        Assert.DoesNotContain("公開していない下書き", officer.Words);
        await using var scope = city.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<Madoguchi.Kernel.Data.Database>().ListAsync(
            "select action, actor_id, details from kernel_audit where subject_kind = 'theme' order by at, id", r => (Action: r.GetString(0), By: r.GetString(1), Details: r.GetString(2)), default);
        Assert.All(rows, r => Assert.Equal("dx", r.By));
        Assert.Equal(3, rows.Count(r => r.Action == "directory.themePublished"));
        Assert.Contains("colours", JsonNode.Parse(rows.Last(r => r.Action == "directory.themePublished").Details)!["changed"]!.AsArray().Select(c => c!.GetValue<string>()));
        Assert.Equal("directory.themeDiscarded", rows[^1].Action);
    }

    [Fact]
    public async Task A_draft_that_somebody_changed_meanwhile_is_not_published_unseen()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var one = await OfficerAsync(city);
        using var other = await OfficerAsync(city);
        await SetAsync(one);
        await SetAsync(other, "#7a0045");
        await one.PressAsync("公開する");
        Assert.Equal(400, one.Status);
        Assert.Contains("ほかの人が先に更新しました", one.Words);
    }

    [Fact]
    public async Task Others_may_neither_see_nor_set()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = city.Visitor();
        await clerk.SignInAsync("clerk", "/staff/sign-in");
        foreach (var page in new[] { "/staff/theme", "/staff/theme/preview", "/staff/theme/preview/x.css", "/staff/theme/preview/x.png" })
        {
            await clerk.GoAsync(page);
            Assert.Equal(403, clerk.Status);
        }

        await clerk.GoAsync("/staff");
        Assert.DoesNotContain("見た目の設定", clerk.Page.Body!.TextContent);
    }

    [Fact]
    public async Task Whoever_may_not_set_it_is_turned_away_before_a_byte_is_read()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var caller = city.Caller();
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var stranger = new HttpClient(handler) { BaseAddress = caller.BaseAddress };
        using var pictures = new Watched(3 * 1024 * 1024);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/staff/theme") { Content = pictures, Headers = { ExpectContinue = true } };
        using var answer = await stranger.SendAsync(request);
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.StartsWith("/staff/sign-in", answer.Headers.Location!.ToString());
        Assert.False(pictures.Sent);
    }

    /// <summary>A body that is sent only when the other side asks for it.</summary>
    private sealed class Watched : HttpContent
    {
        private readonly int size;

        public Watched(int size)
        {
            this.size = size;
            Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        }

        public bool Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            Sent = true;
            await stream.WriteAsync(new byte[size]);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = size;
            return true;
        }
    }

    [Fact]
    public async Task Another_node_shows_it_when_it_next_looks_and_at_once_when_asked_for_its_styles()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        var clock = new MovedClock();
        var book = new DirectoryBook(clock);
        var node = new ThemeBoard(city.Get<IServiceScopeFactory>(), book, new PublicPages(clock), clock, NullLogger<ThemeBoard>.Instance);
        await node.LookAsync(default);
        using var officer = await OfficerAsync(city);
        await SetAsync(officer, mark: SmallPictures.Svg);
        await officer.PressAsync("公開する");
        Assert.Null(node.Current.Mark);
        clock.By += TimeSpan.FromSeconds(2);
        var hash = city.Get<Madoguchi.DesignSystem.IStyleSheets>().Current.Hash;
        Assert.Equal(hash, (await node.FindAsync(hash))!.Hash);
        Assert.NotNull(node.Current.Mark);

        await SetAsync(officer, "#7a0045", name: "丘の窓口");
        await officer.PressAsync("公開する");
        await node.LookAsync(default);
        Assert.Equal("丘の窓口", book.City.NameIn(Madoguchi.Kernel.Text.Language.Ja).ToString());
    }

    [Fact]
    public async Task Files_set_it_at_the_start_and_a_wrong_one_stops_the_start()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(city.Folder, "theme")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "mark.svg"), SmallPictures.Svg);
        await WriteAsync(folder, """{"name":{"ja":"みなとの窓口","kana":"みなとのまどぐち","en":"Harbour desk"},"colours":{"key":"#006b4a"},"mark":"mark.svg","greeting":{"ja":"ようこそ。","en":"Welcome.","easy":"ようこそ。"}}""");
        await city.RestartAsync();
        Assert.NotNull(city.Get<ICityTheme>().Current.Mark);
        using (var anybody = city.Caller())
            Assert.Contains("\"theme_color\":\"#006b4a\"", await anybody.GetStringAsync("/manifest.webmanifest"));

        // What an officer does afterwards stays; the same files do not come again.
        using (var officer = await OfficerAsync(city))
        {
            await SetAsync(officer, "#7a0045");
            await officer.PressAsync("公開する");
        }

        await city.RestartAsync();
        Assert.Contains("#7a0045", Encoding.UTF8.GetString(city.Get<Madoguchi.DesignSystem.IStyleSheets>().Current.Content));

        foreach (var (wrong, told) in new[] { ("""{"colours":{"key":"#aaaaaa"}}""", "コントラスト比"), ("""{"color":"#000000"}""", "theme.json"), ("""{"mark":"none.svg"}""", "none.svg"), ("{", "theme.json") })
        {
            await WriteAsync(folder, wrong);
            var refused = await Assert.ThrowsAsync<StartRefusedException>(city.RestartAsync);
            Assert.Contains(told, refused.Message);
        }
    }

    private static Task WriteAsync(string folder, string json) => File.WriteAllTextAsync(Path.Combine(folder, "theme.json"), json);

    private static async Task<Visitor> OfficerAsync(DemoCity city) => await city.Visitor().SignInAsync("dx", "/staff/sign-in");

    private static async Task SetAsync(Visitor officer, string key = Green, byte[]? mark = null, byte[]? top = null, string name = "みなとの窓口")
    {
        await officer.GoAsync("/staff/theme");
        officer.Fill(("nameJa", name), ("nameKana", "みなとのまどぐち"), ("nameEn", "Harbour desk"), ("key", key), ("greetingJa", "ようこそ。"), ("greetingEn", "Welcome."), ("greetingEasy", "ようこそ。"));
        if (mark is not null) officer.Attach("mark", "mark.svg", mark, "image/svg+xml");
        if (top is not null) officer.Fill(("textJa", "港の朝"), ("textEn", "Morning at the harbour"), ("textEasy", "{港|みなと}の {朝|あさ}")).Attach("top", "top.png", top, "image/png");
        await officer.PressAsync("プレビュー");
        Assert.True(officer.Status == 200, officer.Words);
    }

    private static async Task RefusedAsync(Visitor officer, (string Name, string Value)[] fields, string field, string sentence)
    {
        await officer.GoAsync("/staff/theme");
        await officer.Fill(fields).PressAsync("プレビュー");
        Assert.Equal(400, officer.Status);
        Assert.True(officer.Page.QuerySelector($"#{field}-error")?.TextContent.Contains(sentence, StringComparison.Ordinal) == true, officer.Page.QuerySelector(".dads-error-summary")?.TextContent);
        foreach (var (name, value) in fields) Assert.Equal(value, officer.ValueOf(name));
    }

    private static string Styles(Visitor reader) => reader.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

    private static string[] Attributes(Visitor reader, string selector, params string[] names) => [.. names.Select(n => reader.Page.QuerySelector(selector)!.GetAttribute(n)!)];

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
