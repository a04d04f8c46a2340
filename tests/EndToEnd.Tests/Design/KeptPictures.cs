using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Design;

/// <summary>
/// Every component looks as it did, on every width. A wanted change: look at the page, then renew the kept pictures with
/// <c>./test EndToEnd -explicit only -class EndToEnd.Tests.Design.KeptPictures</c>.
/// </summary>
public sealed class KeptPictures(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    /// <summary>Room for letters drawn a little otherwise; a square of 16 pixels in another colour is more.</summary>
    private const int MostDiffering = 3;

    [Theory, MemberData(nameof(Gallery.OnEveryWidth), MemberType = typeof(Gallery))]
    public async Task Every_component_looks_as_it_did(int width)
    {
        var (page, pictures) = await OpenAsync(width);
        List<string> changed = [];
        foreach (var part in await page.PartsAsync())
        {
            var now = await pictures.OfAsync(page.Shown(part));
            var difference = File.Exists(Kept(part, width)) ? await pictures.DifferenceAsync(await File.ReadAllBytesAsync(Kept(part, width)), now) : int.MaxValue;
            if (difference <= MostDiffering) continue;
            changed.Add($"{part}: {difference} small pixels differ");
            await page.Shown(part).ScreenshotAsync(new() { Path = Repository.File("artifacts", "test", $"design-{part}-{width}.png") });
        }

        Assert.True(changed.Count == 0, $"At {width} px, see artifacts/test and renew the pictures if this is meant:\n{string.Join('\n', changed)}");
    }

    [Theory, MemberData(nameof(Gallery.OnEveryWidth), MemberType = typeof(Gallery))]
    public async Task A_colour_a_missing_part_and_a_moved_one_are_noticed(int width)
    {
        var (page, pictures) = await OpenAsync(width);
        foreach (var (part, change) in new[]
        {
            ("button", "document.querySelector('#part-button .dads-button--danger').style.backgroundColor = '#0017c1'"),
            ("step-navigation", "document.querySelector('#part-step-navigation .dads-step__mark').style.visibility = 'hidden'"),
            ("table", "document.querySelector('#part-table tbody').append(document.querySelector('#part-table tbody tr').cloneNode(true))"),
        })
        {
            var before = await pictures.OfAsync(page.Shown(part));
            Assert.Equal(0, await pictures.DifferenceAsync(before, await pictures.OfAsync(page.Shown(part))));
            await page.EvaluateAsync($"() => {{ {change}; }}");
            Assert.True(await pictures.DifferenceAsync(before, await pictures.OfAsync(page.Shown(part))) > MostDiffering, $"{part} at {width}");
        }
    }

    [Fact(Explicit = true)]
    public async Task Are_taken()
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Kept("", 0))!);
        foreach (var old in System.IO.Directory.GetFiles(Path.GetDirectoryName(Kept("", 0))!)) File.Delete(old);
        foreach (var width in Gallery.Widths)
        {
            var (page, pictures) = await OpenAsync(width);
            foreach (var part in await page.PartsAsync()) await File.WriteAllBytesAsync(Kept(part, width), await pictures.OfAsync(page.Shown(part)));
        }
    }

    private static string Kept(string part, int width) => Repository.File("tests", "EndToEnd.Tests", "Design", "Kept", $"{part}-{width}.png");

    private async Task<(IPage Page, SmallPicture Pictures)> OpenAsync(int width)
    {
        var anybody = await Someone("sqlite", Gallery.At(width));
        await anybody.GoAsync("/design");
        return (anybody.Page, new SmallPicture(await anybody.Page.Context.NewPageAsync()));
    }
}
