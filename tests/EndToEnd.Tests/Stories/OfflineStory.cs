using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;
using Madoguchi.Web.Shell.Offline;

namespace EndToEnd.Tests.Stories;

/// <summary>災害で電波が届かないとき: whoever has opened the city hall once still has its numbers and shelters, and nothing of anybody.</summary>
public sealed class OfflineStory(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Theory]
    [InlineData("", "インターネットにつながっていません", "かもめ台小学校", "もう一度つないでみる")]
    [InlineData("/en", "You are not connected to the internet", "Kamomedai Elementary School", "Try again")]
    [InlineData("/ja-easy", "使", "かもめ台小学校", null)]
    public async Task Without_a_connection_every_page_is_the_numbers_and_the_shelters(string language, string said, string shelter, string? again)
    {
        var somebody = await Someone("sqlite", Habits.Telephone with { Strict = true });
        await somebody.GoAsync(language + "/");
        await IsReadyAsync(somebody);

        await somebody.Page.Context.SetOfflineAsync(true);
        await somebody.GoAsync(language + "/procedures/jido-teate-nintei");
        await somebody.SeesAsync(said);
        await somebody.SeesAsync(shelter);
        Assert.Equal("tel:0000001000", await somebody.Page.Locator("main a[href='tel:0000001000']").First.GetAttributeAsync("href"));
        Assert.Equal(language == "/en" ? "en" : "ja", await somebody.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.NotEqual("none", await somebody.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.dads-card')).borderStyle"));

        await somebody.Page.Context.SetOfflineAsync(false);
        if (again is null) return;
        await somebody.PressAsync(again);
        Assert.EndsWith("/procedures/jido-teate-nintei", somebody.Path, StringComparison.Ordinal);
        await somebody.DoesNotSeeAsync(said);
    }

    [Fact]
    public async Task Of_somebody_signed_in_nothing_is_kept()
    {
        var hanako = await Resident("sqlite", "hanako");
        await hanako.GoAsync("/my");
        await IsReadyAsync(hanako);
        await hanako.GoAsync("/my");
        await hanako.SeesAsync("マイページ");

        var kept = await hanako.Page.EvaluateAsync<string[][]>("""
            async () => {
              const found = [];
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  const { pathname, search } = new URL(request.url);
                  found.push([pathname + search, await (await cache.match(request)).text()]);
                }
              }
              return found;
            }
            """);
        Assert.Equal((await City("sqlite")).Get<KeptPages>().Files.Order(StringComparer.Ordinal), kept.Select(k => k[0]).Order(StringComparer.Ordinal));
        Assert.All(kept, k => Assert.DoesNotContain("青葉", k[1], StringComparison.Ordinal));
        Assert.True(await hanako.Page.EvaluateAsync<bool>("async () => (await caches.match('/my')) === undefined"));

        await hanako.Page.Context.SetOfflineAsync(true);
        await hanako.GoAsync("/my");
        await hanako.SeesAsync("かもめ台小学校");
        await hanako.DoesNotSeeAsync("青葉");
    }

    private static Task IsReadyAsync(Person person) => person.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
}
