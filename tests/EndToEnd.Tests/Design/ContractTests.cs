using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Design;

/// <summary>What the design system asks and only a browser can tell: sizes, the ring of the focus, forced colours, rest, paper.</summary>
public sealed class ContractTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Theory]
    [InlineData("email", 56)]
    [InlineData("phone", 48)]
    [InlineData("code", 40)]
    [InlineData("school", 56)]
    [InlineData("schoolMd", 48)]
    [InlineData("schoolSm", 40)]
    public async Task A_field_is_56_48_or_40_pixels_high(string field, int height)
    {
        var page = await OpenAsync();
        Assert.Equal(height, await page.Locator($"#{field}").EvaluateAsync<double>("e => e.getBoundingClientRect().height"));
    }

    [Theory]
    [InlineData("lg", 56)]
    [InlineData("md", 48)]
    [InlineData("sm", 36)]
    [InlineData("xs", 28)]
    public async Task A_button_comes_in_four_heights_none_too_small_to_hit(string size, int height)
    {
        var page = await OpenAsync();
        Assert.Equal(height, await page.Locator($"#part-button .dads-button--{size}").First.EvaluateAsync<double>("e => e.getBoundingClientRect().height"));
    }

    [Fact]
    public async Task A_wide_table_scrolls_by_keyboard_and_its_shadow_says_so()
    {
        var page = await OpenAsync(320);
        var table = page.Locator("#part-table .dads-table").First;
        Assert.True(await table.EvaluateAsync<bool>("e => e.scrollWidth > e.clientWidth && getComputedStyle(e).backgroundAttachment.includes('local') && getComputedStyle(e).backgroundImage.includes('gradient')"));
        Assert.True(await table.EvaluateAsync<bool>("e => [...e.querySelectorAll('thead th')].every(h => h.scope === 'col')"));
        await table.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("() => document.querySelector('#part-table .dads-table').scrollLeft > 0");
    }

    [Fact]
    public async Task A_field_has_its_room_corners_and_edge()
    {
        var page = await OpenAsync();
        Assert.Equal("12px 16px 8px 1px solid rgb(102, 102, 102)", await page.Locator("#email").EvaluateAsync<string>("e => { const s = getComputedStyle(e); return `${s.padding} ${s.borderRadius} ${s.border}`; }"));
        Assert.Equal("dashed", await page.Locator("#number").EvaluateAsync<string>("e => getComputedStyle(e).borderTopStyle"));
        Assert.Equal("dashed", await page.Locator("#schoolKept").EvaluateAsync<string>("e => getComputedStyle(e).borderTopStyle"));
        Assert.Equal("2px solid rgb(236, 0, 0)", await page.Locator("#amountWrong").EvaluateAsync<string>("e => getComputedStyle(e).border"));
    }

    [Fact]
    public async Task Whatever_has_the_focus_wears_the_black_and_yellow_ring()
    {
        var page = await OpenAsync();
        var bare = await page.EvaluateAsync<string[]>("""
            () => {
              const bare = [];
              for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
                if (e.disabled || !e.checkVisibility()) continue;
                e.focus({ focusVisible: true });
                // In a card or a list the whole box wears it.
                const worn = [e, e.closest('.dads-card, .dads-resource')].some(x => {
                  const s = x && getComputedStyle(x);
                  return s && s.outline.startsWith('rgb(0, 0, 0) solid 4px') && (s.boxShadow.includes('rgb(255, 212, 61)') || s.backgroundColor === 'rgb(255, 212, 61)');
                });
                if (!worn) bare.push(e.outerHTML.slice(0, 160));
              }
              return bare;
            }
            """);
        Assert.Empty(bare);
    }

    [Fact]
    public async Task With_forced_colours_controls_keep_an_edge_and_the_chosen_its_mark()
    {
        var page = await OpenAsync();
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var lost = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.dads-button, .dads-input, .dads-select, .dads-textarea, .dads-banner, .dads-chip, .dads-card, .dads-radio, .dads-checkbox')].filter(e => {
              const s = getComputedStyle(e);
              const edge = s.borderTopStyle !== 'none' && parseFloat(s.borderTopWidth) > 0 && s.borderTopColor !== s.backgroundColor && !/^rgba.*, 0\)$/.test(s.borderTopColor);
              return e.checkVisibility() && !edge && s.appearance === 'none';
            }).map(e => e.outerHTML.slice(0, 160))
            """);
        Assert.Empty(lost);
        Assert.Equal("auto", await page.Locator(".dads-checkbox").First.EvaluateAsync<string>("e => getComputedStyle(e).appearance"));
    }

    [Fact]
    public async Task Who_asks_for_rest_sees_nothing_move()
    {
        var page = await OpenAsync();
        const string Moving = "() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return parseFloat(s.transitionDuration) > 0.001 || (s.animationName !== 'none' && parseFloat(s.animationDuration) > 0.001); }).length";
        Assert.Equal(0, await page.EvaluateAsync<int>(Moving));
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        Assert.NotEqual(0, await page.EvaluateAsync<int>(Moving));
    }

    [Fact]
    public async Task On_paper_everything_folded_is_printed_and_nothing_to_press()
    {
        var page = await OpenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var words in new[] { "所得の高い方です", "偶数月の10日に", "委任状が必要です" })
            Assert.True(await page.GetByText(words).First.EvaluateAsync<bool>("e => e.checkVisibility({ contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0"), words);
        Assert.False(await page.Locator("#part-drawer .dads-drawer__open").IsVisibleAsync());
        Assert.False(await page.Locator("#part-button .dads-button").First.IsVisibleAsync());
    }

    private async Task<IPage> OpenAsync(int width = 1280)
    {
        var anybody = await Someone("sqlite", Gallery.At(width));
        await anybody.GoAsync("/design");
        return anybody.Page;
    }
}
