using EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Design;

/// <summary>The gallery of components, opened on one width.</summary>
internal static class Gallery
{
    public static readonly int[] Widths = [320, 768, 1280];

    public static TheoryData<int> OnEveryWidth() => [.. Widths];

    public static Habits At(int width) => Habits.Usual with { Width = width, Axe = false };

    public static ILocator Shown(this IPage page, string part) => page.Locator($"#part-{part} > .design-part__shown");

    public static async Task<IReadOnlyList<string>> PartsAsync(this IPage page) =>
        await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.design-part')].map(e => e.id.replace('part-', ''))");
}
