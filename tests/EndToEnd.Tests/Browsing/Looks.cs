using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Browsing;

/// <summary>What every page owes, seen in the browser.</summary>
internal static class Looks
{
    /// <summary>axe finds nothing serious and nothing critical.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var grave = result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Impact} {v.Id}: {v.Help}\n" + string.Join('\n', v.Nodes.Take(5).Select(n => $"  {n.Target} {n.Html}\n    {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}")))
            .ToList();
        Assert.True(grave.Count == 0, $"{page.Url}\n{string.Join('\n', grave)}");
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
