using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using EndToEnd.Tests.Making;
using EndToEnd.Tests.Pages;
using EndToEnd.Tests.Stories;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace EndToEnd.Tests;

/// <summary>The pictures of the README, of the ten main pages and of the studio: <c>./test EndToEnd -explicit only -class EndToEnd.Tests.Pictures</c> takes them anew.</summary>
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

    [Fact(Explicit = true)]
    public async Task Of_the_ten_main_pages_are_taken()
    {
        var cases = new Cases(await City("sqlite"));
        var number = await cases.SubmittedAsync("jido-teate-nintei", "hanako");
        await cases.DoesAsync("clerk", number, "accept");
        foreach (var (width, height, size) in new[] { (375, 812, "telephone"), (1280, 900, "desktop") })
        {
            var habits = Habits.Usual with { Width = width, Height = height };
            var hanako = await Resident("sqlite", "hanako", habits);
            await hanako.GoAsync("/apply/begin/juminhyo-utsushi");
            await hanako.PressAsync(hanako.Page.Locator("main form button[type=submit]").First);
            await TakeAsync(hanako, $"form-{size}");
            foreach (var (path, name) in new[] { ("/my", "my"), ($"/my/applications/{number}", "status"), ("/my/account", "account") }) await TakeAsync(hanako, $"{name}-{size}", path);

            var anybody = await Someone("sqlite", habits);
            foreach (var (path, name) in new[] { ("/", "home"), ("/search?q=子どもが生まれた", "search"), ("/procedures/jido-teate-nintei", "procedure"), ("/life-events/hikkoshi", "life-event") })
                await TakeAsync(anybody, $"{name}-{size}", path);

            var clerk = await Officer("sqlite", "clerk", habits);
            foreach (var (path, name) in new[] { ("/staff/applications", "list"), ($"/staff/applications/{number}", "matter") }) await TakeAsync(clerk, $"{name}-{size}", path);
        }
    }

    [Fact(Explicit = true)]
    public async Task Of_the_studio_are_taken()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        var clerk = await OfficerAt(city, "clerk", Habits.Usual with { Axe = false });
        await clerk.OpensTheStudioAsync();
        await clerk.BuildsPrivateUseAsync();
        var draft = clerk.Path.Split('?')[0];
        var (exit, branch) = (await HrefAsync("main a[href*='/condition/exit/']"), await HrefAsync("main .studio-questions a[href*='/edit/question/']"));
        foreach (var (width, height, size) in new[] { (375, 812, "telephone"), (1280, 900, "desktop") })
        {
            await clerk.Page.SetViewportSizeAsync(width, height);
            foreach (var (path, name) in new[]
            {
                ("/staff/studio", "list"), ("/staff/studio/new", "begin"), (draft, "draft"), (branch, "question"), ($"{draft}#pages", "pages"), (exit, "condition"), ($"{draft}/edit/notice/grant", "notice"),
                ($"{draft}/preview{(width > 400 ? "?width=desktop" : "")}", "preview"), ($"{draft}/publish#propose", "publish"), ("/staff/studio/fiscal-year", "year"),
            }) await TakeAsync(clerk, $"{name}-{size}", path, "studio");
        }

        async Task<string> HrefAsync(string link) => (await clerk.Page.Locator(link).First.GetAttributeAsync("href"))!;
    }

    private static async Task TakeAsync(Person who, string name, string? path = null, string folder = "pages")
    {
        if (path is not null) await who.GoAsync(path);
        var pictures = System.IO.Directory.CreateDirectory(Repository.File("docs", "pictures", folder)).FullName;
        await who.Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, name + ".png") });
    }
}
