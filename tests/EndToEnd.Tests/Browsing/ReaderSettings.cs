using Microsoft.Playwright;

namespace EndToEnd.Tests.Browsing;

/// <summary>What readers set in their browser, and what a page owes them then (WCAG 1.4.4, 1.4.12, forced colours).</summary>
internal static class ReaderSettings
{
    /// <summary>The browser's own text size set to twice its usual.</summary>
    public static async Task ShouldHoldTwiceTheTextAsync(this IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 32, @fixed = 26 } });
        try
        {
            Assert.Equal("32px", await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
            await page.ShouldNotScrollSidewaysAsync();
            await page.ShouldCutNothingOffAsync("twice the text");
        }
        finally
        {
            await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 16, @fixed = 13 } });
            await browser.DetachAsync();
        }
    }

    /// <summary>Lines, letters and words as far apart as the criterion names.</summary>
    public static async Task ShouldHoldWiderTextAsync(this IPage page)
    {
        await page.EvaluateAsync("""
            () => {
              const wide = new CSSStyleSheet();
              wide.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
              document.adoptedStyleSheets = [wide];
            }
            """);
        await page.ShouldNotScrollSidewaysAsync();
        await page.ShouldCutNothingOffAsync("wider text");
        await page.EvaluateAsync("() => { document.adoptedStyleSheets = [] }");
    }

    /// <summary>Colours of the reader: axe finds nothing, and what can be pressed or filled in still has an edge or a line under it.</summary>
    public static async Task ShouldHoldForcedColoursAsync(this IPage page)
    {
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await page.ShouldBeAccessibleAsync(strictly: true);
        var lost = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, input:not([type=hidden], [type=file]), select, textarea, a[class*=button]')].filter(e => e.checkVisibility({ visibilityProperty: true }) && e.tabIndex >= 0)
              .filter(e => { const s = getComputedStyle(e); return s.borderTopStyle === 'none' && s.borderBottomStyle === 'none' && s.outlineStyle === 'none' && !s.textDecorationLine.includes('underline') && s.appearance === 'none' })
              .slice(0, 5).map(e => e.outerHTML.slice(0, 160))
            """);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
        Assert.True(lost.Length == 0, $"{page.Url}: nothing shows where these are: {string.Join('\n', lost)}");
    }

    private static async Task ShouldCutNothingOffAsync(this IPage page, string when)
    {
        var cut = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body *')].filter(e => {
                if (!e.checkVisibility({ visibilityProperty: true }) || !e.textContent.trim() || e.closest('.dads-hidden, .dads-skip-link, svg, select')) return false;
                const s = getComputedStyle(e);
                // Said to a screen reader only: steps on a narrow page show their numbers alone.
                if (s.clipPath === 'inset(50%)') return false;
                return (/hidden|clip/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1) || (/hidden|clip/.test(s.overflowY) && e.scrollHeight > e.clientHeight + 1);
              }).slice(0, 5).map(e => e.outerHTML.slice(0, 160))
            """);
        Assert.True(cut.Length == 0, $"{page.Url}, {when}: cut off: {string.Join('\n', cut)}");
    }
}
