using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Stories;

/// <summary>A city in its own look: set by an officer in a browser, clean for axe, steady while its picture comes, right in forced colours and on paper.</summary>
public sealed class ThemeStory(Chromium chromium)
{
    [Fact]
    public async Task A_theme_of_its_own_is_readable_steady_and_leaves_the_readers_colours_alone()
    {
        // A city of its own: the others stay in the colours of the house.
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        var address = city.Caller().BaseAddress!;
        await using (var officer = await Person.SitDownAsync(chromium.Browser, address, Habits.Usual with { Strict = true }))
        {
            await officer.GoAsync("/staff/sign-in");
            await officer.PressAsync(officer.Page.Locator("main button[name=account][value=dx]"));
            await officer.GoAsync("/staff/theme");
            foreach (var (name, value) in new[]
            {
                ("nameJa", "みなと台市"), ("nameKana", "みなとだいし"), ("nameEn", "Minatodai City"), ("key", "#9c1c00"), ("textJa", "港の朝"), ("textEn", "The harbour"), ("textEasy", "{港|みなと}"),
                ("greetingJa", "手続は、ここから始められます。"), ("greetingEn", "Start here."), ("greetingEasy", "ここから {始|はじ}めます。"),
            }) await officer.FillAsync(name, value);
            await officer.AttachAsync("mark", new() { Name = "mark.svg", MimeType = "image/svg+xml", Buffer = SmallPictures.Svg });
            await officer.AttachAsync("top", new() { Name = "top.png", MimeType = "image/png", Buffer = SmallPictures.Png(1200, 600) });
            await officer.PressAsync("プレビュー");
            await officer.Page.SetViewportSizeAsync(320, 640);
            await officer.LookAsync();
            await officer.PressAsync("公開する");
            await officer.SeesAsync("公開しました");
        }

        await using var reader = await Person.SitDownAsync(chromium.Browser, address, Habits.Usual with { Strict = true });
        await NothingMovesAsync(reader.Page);
        foreach (var path in new[] { "/", "/en/", "/ja-easy/", "/search?q=児童", "/procedures/jido-teate-nintei", "/accessibility/result", "/design", "/staff/sign-in" })
        {
            await reader.GoAsync(path);
            await reader.Page.SetViewportSizeAsync(320, 640);
            await reader.LookAsync();
            await reader.Page.SetViewportSizeAsync(1280, 900);
        }

        await reader.GoAsync("/");
        var button = reader.Page.Locator("main .dads-button--solid").First;
        Assert.Equal("rgb(156, 28, 0)", await ColourAsync(button, "backgroundColor"));
        await reader.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        Assert.NotEqual("rgb(156, 28, 0)", await ColourAsync(button, "backgroundColor"));
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print, ForcedColors = ForcedColors.None });
        Assert.False(await reader.Page.Locator(".layout-hero__picture").IsVisibleAsync());
        Assert.Equal("rgb(0, 0, 0)", await ColourAsync(reader.Page.Locator("main a:not([class])").First, "color"));
    }

    // What stands below the picture is where it will be before the picture has come.
    private static async Task NothingMovesAsync(IPage page)
    {
        foreach (var width in new[] { 320, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var coming = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await page.RouteAsync("**/theme/*", async route =>
            {
                await coming.Task;
                await route.ContinueAsync();
            });
            await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            var below = page.Locator("main .layout-main h2").First;
            var before = (await below.BoundingBoxAsync())!;
            Assert.False(await page.EvaluateAsync<bool>("() => document.querySelector('.layout-hero__picture').complete"));
            coming.SetResult();
            await page.WaitForFunctionAsync("() => document.querySelector('.layout-hero__picture').naturalWidth === 1200 && document.querySelector('.layout-header__mark').naturalWidth > 0");
            var after = (await below.BoundingBoxAsync())!;
            Assert.Equal((before.X, before.Y), (after.X, after.Y));
            await page.UnrouteAllAsync();
        }
    }

    private static Task<string> ColourAsync(ILocator what, string property) => what.EvaluateAsync<string>("(e, p) => getComputedStyle(e)[p]", property);
}
