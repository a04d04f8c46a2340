using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Pages;

/// <summary>What a telephone has to fetch before somebody can read: little, at once, and nothing moves afterwards.</summary>
public sealed class PageWeightTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    private const int MostBytes = 100_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/ja-easy")]
    [InlineData("/search?q=児童手当")]
    [InlineData("/procedures/jido-teate-nintei")]
    [InlineData("/life-events/hikkoshi")]
    public async Task Is_light_waits_for_one_stylesheet_and_does_not_move(string path)
    {
        var anybody = await Someone("sqlite", Habits.Telephone with { Axe = false });
        var browser = await anybody.Page.Context.NewCDPSessionAsync(anybody.Page);
        await browser.SendAsync("Network.enable");
        var (heavy, bytes) = (new HashSet<string>(), 0.0);
        browser.Event("Network.responseReceived").OnEvent += (_, e) =>
        {
            if (e!.Value.GetProperty("type").GetString() is "Image" or "Font") heavy.Add(e.Value.GetProperty("requestId").GetString()!);
        };
        browser.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            if (!heavy.Contains(e!.Value.GetProperty("requestId").GetString()!)) bytes += e.Value.GetProperty("encodedDataLength").GetDouble();
        };
        await anybody.Page.AddInitScriptAsync("window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) window.moved += entry.value }).observe({ type: 'layout-shift', buffered: true })");
        await anybody.Page.GotoAsync(path, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        Assert.InRange(bytes, 1, MostBytes);
        Assert.Equal(0, await anybody.Page.EvaluateAsync<double>("() => window.moved"));
        var blocking = await anybody.Page.EvaluateAsync<string[]>("() => performance.getEntriesByType('resource').filter(r => r.renderBlockingStatus === 'blocking').map(r => r.name)");
        Assert.EndsWith(".css", Assert.Single(blocking), StringComparison.Ordinal);
    }
}
