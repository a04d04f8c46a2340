using Microsoft.Playwright;

namespace EndToEnd.Tests.Browsing;

/// <summary>The page by Tab, arrows, space and Enter alone. What is reached must show that it is.</summary>
internal static class Keyboard
{
    private const int Stops = 300;

    public static async Task PressByKeyboardAsync(this IPage page, ILocator what)
    {
        await page.ReachAsync(what);
        await page.Keyboard.PressAsync("Enter");
    }

    public static async Task FillByKeyboardAsync(this IPage page, ILocator field, string value)
    {
        await page.ReachAsync(field);
        switch (await field.EvaluateAsync<string>("e => e.type"))
        {
            case "checkbox":
                if (!await field.IsCheckedAsync()) await page.Keyboard.PressAsync("Space");
                break;
            case "radio":
                await page.Keyboard.PressAsync("Space");
                for (var step = 0; !await field.IsCheckedAsync(); step++) await Step(step, "ArrowDown");
                break;
            case "select-one":
                await page.Keyboard.PressAsync("Home");
                for (var step = 0; await field.InputValueAsync() != value; step++) await Step(step, "ArrowDown");
                break;
            default:
                await page.Keyboard.PressAsync("ControlOrMeta+A");
                if (value.Length == 0) await page.Keyboard.PressAsync("Delete");
                else await page.Keyboard.InsertTextAsync(value);
                break;
        }

        Task Step(int step, string key) => step < Stops ? page.Keyboard.PressAsync(key) : throw new InvalidOperationException($"The keyboard does not choose {value}");
    }

    /// <summary>Tab until it has the focus; a radio is reached with any of its group.</summary>
    private static async Task ReachAsync(this IPage page, ILocator what)
    {
        for (var stop = 0; stop < Stops; stop++)
        {
            if (await what.EvaluateAsync<bool>("e => e === document.activeElement || (e.type === 'radio' && document.activeElement.name === e.name)"))
            {
                // Where a whole line can be pressed, the ring is around the line.
                var shown = await page.EvaluateAsync<bool>("""
                    () => [document.activeElement, document.activeElement.closest('li')].filter(e => e)
                      .some(e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; })
                    """);
                Assert.True(shown, $"The focus does not show on {await what.EvaluateAsync<string>("e => e.outerHTML")}");
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"The keyboard does not reach {what} on {page.Url}");
    }
}
