using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;

namespace Applications.Tests.Decisions;

/// <summary>Which letter makes a decision public, and from when on it is the applicant's.</summary>
public sealed class NoticeTests(Cities cities) : IClassFixture<Cities>
{
    private const string Extension = "延期";
    private const string Decision = "結果";

    [Theory, ClassData(typeof(Databases))]
    public async Task Posting_another_letter_does_not_tell_a_decision_that_lies_in_the_house(string database)
    {
        var city = await cities.On(database);
        var matter = await ExtendedAndDeniedAsync(city, "paper");
        var (extension, decision) = (await matter.NoticeIssued("kaigo-clerk", Extension), await matter.NoticeIssued("kaigo-clerk", Decision));

        await PostAsync(city, extension);
        Assert.Equal("awaitingDecision", await matter.StatusFor("hanako"));
        await PostAsync(city, decision);
        Assert.Equal("completed", await matter.StatusFor("hanako"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Opening_another_letter_does_not_complete_a_decision_nobody_opened(string database)
    {
        var city = await cities.On(database);
        var matter = await ExtendedAndDeniedAsync(city, "electronic");
        var (extension, decision) = (await matter.NoticeIssued("kaigo-clerk", Extension), await matter.NoticeIssued("kaigo-clerk", Decision));

        await matter.Pdf("hanako", extension);
        Assert.Equal("decided", await matter.StatusFor("hanako"));
        await matter.Pdf("hanako", decision);
        Assert.Equal("completed", await matter.StatusFor("hanako"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_signed_letter_that_waits_to_be_posted_is_not_shown_and_not_overtaken_by_a_withdrawal(string database)
    {
        var city = await cities.On(database);
        var matter = await ExtendedAndDeniedAsync(city, "paper");
        var decision = await matter.NoticeIssued("kaigo-clerk", Decision);

        Assert.Empty(await matter.Issued("hanako"));
        Assert.Equal(404, (await city.Get("hanako", $"/api/v1/notices/{decision}/pdf")).Status);
        await matter.IsRefused("hanako", "withdraw", new { }, 409, "notice-being-issued");
        await PostAsync(city, decision);
        Assert.Equal(decision, (string?)Assert.Single(await matter.Issued("hanako"))["id"]);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task The_paper_queue_goes_on_after_what_was_shown(string database)
    {
        var city = await cities.On(database);
        var matter = await ExtendedAndDeniedAsync(city, "paper");
        var decision = await matter.NoticeIssued("kaigo-clerk", Decision);
        async Task<int> ShownAfter(DateTime time)
        {
            using var clerk = await city.Officer("kaigo-clerk", $"/staff/notices?after={Cursor.Of(time, Guid.Empty)}");
            return clerk.Page.QuerySelectorAll($"input[name=Notices][value='{decision}']").Length;
        }

        Assert.Equal(1, await ShownAfter(DateTime.UtcNow.AddDays(-1)));
        Assert.Equal(0, await ShownAfter(DateTime.UtcNow.AddDays(1)));
    }

    private static async Task<Matter> ExtendedAndDeniedAsync(DemoCity city, string noticeBy)
    {
        var matter = await Matter.Submitted(city, "kaigo-nintei", noticeBy: noticeBy);
        await matter.Does("kaigo-clerk", "accept");
        await matter.Does("kaigo-clerk", "extend", new { until = DateTime.UtcNow.AddDays(60).ToString("yyyy-MM-dd", null), reason = "主治医意見書が届いていないため。" });
        await matter.NoticeIssued("kaigo-clerk", Extension);
        await matter.Does("kaigo-clerk", "propose", new { disposition = "deny", reason = "①介護保険法27条 ②審査会の判定 ③基本動作が自立 ④したがって非該当とする" });
        await matter.Approves("kaigo-chief", "endorse");
        await matter.Approves("kaigo-manager", "decide");
        return matter;
    }

    private static async Task PostAsync(DemoCity city, string notice)
    {
        using var clerk = await city.Officer("kaigo-clerk", "/staff/notices");
        await clerk.Fill("Notices", notice).PressAsync("発送済みにする");
        Assert.Equal(200, clerk.Status);
    }
}
