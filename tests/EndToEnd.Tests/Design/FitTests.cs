using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Design;

/// <summary>Every component on every width: nothing sticks out, is cut off or lies over other words; axe finds nothing at all.</summary>
public sealed class FitTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    private const string Misfits = """
        () => {
          const faults = [];
          const shown = e => e.checkVisibility() && !e.closest('.dads-hidden, [popover], svg, option, rt, rp') && getComputedStyle(e).clipPath === 'none';
          for (const part of document.querySelectorAll('.design-part')) {
            const edge = part.getBoundingClientRect().right + 1;
            const words = [];
            for (const e of part.querySelectorAll('.design-part__shown *')) {
              if (!shown(e) || e.closest('.dads-table > *')) continue;
              if (e.getBoundingClientRect().right > edge) faults.push(`${part.id}: sticks out: ${e.outerHTML.slice(0, 160)}`);
              const scrolls = e.matches('.dads-table, .dads-menu');
              if (!scrolls && e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1) faults.push(`${part.id}: is cut off: ${e.outerHTML.slice(0, 160)}`);
              for (const node of e.childNodes) {
                if (node.nodeType !== Node.TEXT_NODE || node.data.trim() === '') continue;
                const range = document.createRange();
                range.selectNodeContents(node);
                for (const box of range.getClientRects()) words.push({ box, node });
              }
            }
            for (const [i, a] of words.entries())
              for (const b of words.slice(i + 1)) {
                const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
                const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
                // Lines set closely share a little of the empty room above and below their letters.
                if (across > 1 && down > 0.4 * Math.min(a.box.height, b.box.height) && a.node !== b.node)
                  faults.push(`${part.id}: words over words: ${a.node.data.trim().slice(0, 30)} / ${b.node.data.trim().slice(0, 30)}`);
              }
          }
          return faults;
        }
        """;

    [Theory, MemberData(nameof(Gallery.OnEveryWidth), MemberType = typeof(Gallery))]
    public async Task Nothing_sticks_out_is_cut_off_or_lies_over_other_words(int width)
    {
        var anybody = await Someone("sqlite", Gallery.At(width) with { Axe = true, Strict = true });
        await anybody.GoAsync("/design");
        Assert.Empty(await anybody.Page.EvaluateAsync<string[]>(Misfits));
    }

    [Fact]
    public async Task Words_over_words_and_words_cut_off_are_noticed()
    {
        var anybody = await Someone("sqlite", Gallery.At(320));
        await anybody.GoAsync("/design");
        await anybody.Page.EvaluateAsync("""
            () => {
              document.querySelector('#part-button .dads-button').style.cssText = 'width: 2rem; min-width: 0; white-space: nowrap; overflow: hidden';
              document.querySelector('#part-list li:nth-child(3)').style.cssText = 'margin-top: -1.5rem';
            }
            """);
        var faults = await anybody.Page.EvaluateAsync<string[]>(Misfits);
        Assert.Contains(faults, f => f.StartsWith("part-button: is cut off", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("part-list: words over words", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Gallery.OnEveryWidth), MemberType = typeof(Gallery))]
    public async Task An_open_drawer_stays_on_the_screen(int width)
    {
        var anybody = await Someone("sqlite", Gallery.At(width));
        await anybody.GoAsync("/design");
        await anybody.Page.Locator(".dads-drawer__open").ClickAsync();
        var off = await anybody.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.dads-drawer__panel, .dads-drawer__panel *')].filter(e => {
              const box = e.getBoundingClientRect();
              return box.left < 0 || box.right > innerWidth || (e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1);
            }).map(e => e.outerHTML.slice(0, 160))
            """);
        Assert.Empty(off);
        await anybody.Page.ShouldBeAccessibleAsync(strictly: true);
    }

    /// <summary>As after the browser's text size is doubled: twice the letters in the same window.</summary>
    [Fact]
    public async Task Letters_of_twice_the_size_still_fit()
    {
        var anybody = await Someone("sqlite", Gallery.At(1280));
        await anybody.GoAsync("/design");
        await anybody.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        Assert.Empty(await anybody.Page.EvaluateAsync<string[]>(Misfits));
        await anybody.Page.ShouldNotScrollSidewaysAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    [InlineData("/ja-easy")]
    public async Task The_header_takes_at_most_two_rows_on_a_small_telephone(string language)
    {
        var hanako = await Resident("sqlite", "hanako", Habits.Telephone, language);
        foreach (var path in new[] { "/", "/my" })
        {
            await hanako.GoAsync(language + path);
            var rows = await hanako.Page.EvaluateAsync<int>("""
                () => {
                  const middles = [...document.querySelectorAll('.layout-header__city, .layout-header__tools > *')].map(e => { const b = e.getBoundingClientRect(); return (b.top + b.bottom) / 2; });
                  return middles.sort((a, b) => a - b).filter((y, i) => i === 0 || y - middles[i - 1] > 12).length;
                }
                """);
            Assert.InRange(rows, 1, 2);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/procedures/jido-teate-nintei")]
    [InlineData("/design")]
    public async Task No_page_loads_more_than_300_kB_of_fonts(string path)
    {
        var anybody = await Someone("sqlite");
        long fonts = 0;
        anybody.Page.Response += (_, answer) =>
        {
            if (answer.Request.ResourceType == "font") fonts += answer.BodyAsync().GetAwaiter().GetResult().Length;
        };
        await anybody.GoAsync(path);
        await anybody.Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        Assert.InRange(fonts, 0, 300 * 1024);
    }
}
