using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using EndToEnd.Tests.Stories;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>The pictures of the README: <c>./test EndToEnd -explicit only -class EndToEnd.Tests.Pictures</c> takes them anew.</summary>
public sealed class Pictures(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Fact(Explicit = true)]
    public async Task Are_taken()
    {
        var hanako = await Someone("sqlite", Habits.Usual with { Width = 375, Height = 1100 });
        var number = await hanako.AppliesAsync("jido-teate-nintei", "hanako", await Answers.OfExampleAsync(await City("sqlite"), "jido-teate-nintei"));
        await hanako.Page.ScreenshotAsync(new() { Path = Repository.File("docs", "pictures", "resident.png") });

        var clerk = await Officer("sqlite", "clerk");
        await clerk.OpensAsync(number, number);
        await clerk.PressAsync("担当になって審査を始める");
        await clerk.GoAsync($"/staff/applications/{number}");
        await clerk.Page.ScreenshotAsync(new() { Path = Repository.File("docs", "pictures", "staff.png") });
    }
}
