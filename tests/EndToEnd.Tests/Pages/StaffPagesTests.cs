using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Pages;

/// <summary>Every page of the officers, with a matter in the state that shows it; also at the width of a telephone.</summary>
public sealed class StaffPagesTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Fact]
    public async Task Lists_and_boxes()
    {
        var number = await (await CasesAsync()).SubmittedAsync("jido-teate-nintei", "hanako");
        await Looks("clerk", ["/staff", "/staff/applications", $"/staff/applications?q={number}", "/staff/applications?q=zzz", "/staff/applications/export", "/staff/applications/export?procedure=jido-teate-nintei",
            "/staff/applications/register", "/staff/approvals", "/staff/approvals?box=drafts", "/staff/approvals?box=done", "/staff/notices", "/staff/nowhere"]);
    }

    [Fact]
    public Task Announcements() => Looks("dx", ["/staff/announcements", "/staff/announcements/new"]);

    [Fact]
    public Task Theme() => Looks("dx", ["/staff/theme"]);

    [Fact]
    public async Task A_matter_that_arrived()
    {
        var number = await (await CasesAsync()).SubmittedAsync("jido-teate-nintei", "hanako");
        await Looks("clerk", Of(number, "", "/print", "/close", "/amend", "/propose"));
    }

    [Fact]
    public async Task A_matter_under_review()
    {
        var cases = await CasesAsync();
        var number = await cases.SubmittedAsync("jido-teate-nintei", "kana");
        await cases.DoesAsync("clerk", number, "accept");
        await Looks("clerk", [.. Of(number, "", "/request-correction", "/propose", "/propose?disposition=grant", "/propose?disposition=deny", "/extend", "/close", "/amend", "/amend?pages=claimant"),
            $"/staff/applications/propose?n={number}", $"/staff/applications/propose?n={number}&disposition=grant"]);
        await cases.DoesAsync("clerk", number, "request-correction", new { reason = "電話番号に誤りがあるようです。", questions = new[] { "telephone" } });
        await Looks("clerk", Of(number, ""));
    }

    [Fact]
    public async Task A_matter_being_decided()
    {
        var cases = await CasesAsync();
        var number = await cases.SubmittedAsync("jido-teate-nintei", "taro");
        await cases.DoesAsync("clerk", number, "accept");
        await cases.DoesAsync("clerk", number, "propose", new { disposition = "deny", reason = "①児童手当法4条 ②監護 ③監護していない ④したがって却下する" });
        await Looks("clerk", Of(number, "", "/print", "/notice-file"));
        var chief = await Officer("sqlite", "chief");
        await chief.GoAsync("/staff/approvals");
        await chief.PressAsync(chief.Page.Locator("main tr", new() { HasText = number }).Locator("a").First);
        foreach (var folded in await chief.Page.Locator("main summary").AllAsync()) await folded.ClickAsync();
        await chief.LookAsync();
    }

    [Fact]
    public async Task A_matter_that_was_decided()
    {
        var number = await (await CasesAsync()).GrantedAsync("proxy");
        await Looks("clerk", [.. Of(number, "", "/print"), "/staff/notices"]);
    }

    [Fact]
    public async Task A_class_and_a_certificate_are_completed()
    {
        var cases = await CasesAsync();
        var certificate = await cases.SubmittedAsync("juminhyo-utsushi", "hanako");
        await cases.DoesAsync("citizen-clerk", certificate, "accept");
        await Looks("citizen-clerk", Of(certificate, "", "/complete"));
    }

    private static string[] Of(string number, params string[] pages) => [.. pages.Select(p => $"/staff/applications/{number}{p}")];

    private async Task<Cases> CasesAsync() => new(await City("sqlite"));

    private async Task Looks(string account, string[] pages)
    {
        var officer = await Officer("sqlite", account);
        var faults = new List<string>();
        foreach (var page in pages)
        {
            try
            {
                await officer.Page.SetViewportSizeAsync(1280, 900);
                await officer.GoAsync(page);
                await officer.Page.SetViewportSizeAsync(320, 640);
                await officer.Page.ShouldNotScrollSidewaysAsync();
            }
            catch (Xunit.Sdk.XunitException fault)
            {
                faults.Add(fault.Message);
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }
}
