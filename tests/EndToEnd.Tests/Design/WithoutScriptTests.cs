using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Design;

/// <summary>What opens and closes does so by the keyboard alone and without any script.</summary>
public sealed class WithoutScriptTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Fact]
    public async Task An_accordion_opens()
    {
        var page = await OpenAsync();
        var answer = page.GetByText("申請からおよそ30日です。").First;
        Assert.False(await answer.IsVisibleAsync());
        await page.PressByKeyboardAsync(page.Locator("#part-accordion summary").Nth(2));
        Assert.True(await answer.IsVisibleAsync());
    }

    [Theory, MemberData(nameof(Gallery.OnEveryWidth), MemberType = typeof(Gallery))]
    public async Task A_tab_opens_and_the_other_closes(int width)
    {
        var page = await OpenAsync(width);
        var (first, second) = (page.Locator("#part-tab .dads-tab__panel").Nth(0), page.Locator("#part-tab .dads-tab__panel").Nth(1));
        Assert.Equal((true, false), (await first.IsVisibleAsync(), await second.IsVisibleAsync()));
        await page.PressByKeyboardAsync(page.Locator("#part-tab .dads-tab > summary").Nth(1));
        Assert.Equal((false, true), (await first.IsVisibleAsync(), await second.IsVisibleAsync()));

        // Wide screens show the titles in one row, over the open side.
        var tops = await page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('#part-tab .dads-tab > summary')].map(e => e.getBoundingClientRect().top)");
        Assert.Equal(width >= 768 ? 1 : 3, tops.Distinct().Count());
    }

    [Fact]
    public async Task A_drawer_takes_the_focus_in_and_gives_it_back()
    {
        var page = await OpenAsync(320);
        var (open, panel) = (page.Locator("#part-drawer .dads-drawer__open"), page.Locator("#part-drawer .dads-drawer__panel"));
        Assert.False(await panel.IsVisibleAsync());
        await page.PressByKeyboardAsync(open);
        Assert.True(await panel.IsVisibleAsync());
        Assert.True(await Focused(page.Locator("#part-drawer .dads-drawer__close")));
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await panel.IsVisibleAsync());
        Assert.True(await Focused(open));

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        Assert.False(await panel.IsVisibleAsync());
    }

    [Fact]
    public async Task The_languages_unfold()
    {
        var page = await OpenAsync();
        var english = page.Locator("#part-language-selector a[lang=en]");
        Assert.False(await english.IsVisibleAsync());
        await page.PressByKeyboardAsync(page.Locator("#part-language-selector .dads-language > summary"));
        Assert.True(await english.IsVisibleAsync());
    }

    [Fact]
    public async Task A_banner_closes()
    {
        var page = await OpenAsync();
        var banner = page.Locator("#part-notification-banner dialog").First;
        Assert.True(await banner.IsVisibleAsync());
        await page.PressByKeyboardAsync(banner.GetByRole(AriaRole.Button, new() { Name = "閉じる", Exact = true }));
        Assert.False(await banner.IsVisibleAsync());
        Assert.EndsWith("/design", page.Url, StringComparison.Ordinal);
    }

    private static Task<bool> Focused(ILocator what) => what.EvaluateAsync<bool>("e => e === document.activeElement");

    private async Task<IPage> OpenAsync(int width = 1280)
    {
        var anybody = await Someone("sqlite", Habits.WithoutScripts with { Width = width });
        await anybody.GoAsync("/design");
        return anybody.Page;
    }
}
