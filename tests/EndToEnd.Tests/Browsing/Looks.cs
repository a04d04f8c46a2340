using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Browsing;

/// <summary>What every page owes, seen in the browser.</summary>
internal static class Looks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>axe finds nothing serious and nothing critical; strictly: nothing at all.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page, bool strictly)
    {
        // Into the page itself: the ready-made call opens a window of its own for every page it looks at.
        await page.EvaluateAsync($"() => {{ {Axe} }}");
        var faults = await page.EvaluateAsync<string[]>("""
            async strictly => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(v => strictly || v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${v.impact} ${v.id}: ${v.help}\n` + v.nodes.slice(0, 5).map(n => `  ${n.target} ${n.html}\n    ${n.failureSummary}`).join('\n'))
            """, strictly);
        Assert.True(faults.Length == 0, $"{page.Url}\n{string.Join('\n', faults)}");
    }

    public static async Task ShouldNotScrollSidewaysAsync(this IPage page)
    {
        var over = await page.EvaluateAsync<string[]>("""
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return ['wider than ' + width, ...[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > width + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 160))];
            }
            """);
        Assert.True(over.Length == 0, $"{page.Url}: {string.Join('\n', over)}");
    }
}
