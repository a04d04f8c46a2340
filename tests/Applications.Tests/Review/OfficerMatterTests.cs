using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.Review;

/// <summary>案件の画面: what is read there, what is done there, and what happens when two do it at once.</summary>
public sealed class OfficerMatterTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task The_officer_reads_answers_computed_values_criteria_and_the_persons_other_matters()
    {
        var earlier = await Matter.Submitted(city, Officers.ChildAllowance, "hanako");
        var matter = await Matter.Submitted(city, Officers.ChildAllowance, "hanako");
        using var clerk = await city.Officer("clerk", matter.PathOf());
        Assert.Contains("青葉 さくら", clerk.Words);
        Assert.Contains("自動計算", clerk.Words);
        Assert.Contains("公務員（独立行政法人等を除く）ではない", clerk.Words);
        Assert.Contains(earlier.Number, clerk.Words);
        Assert.NotNull(clerk.Page.QuerySelector("a[href^='/staff/files/']"));
        Assert.DoesNotContain("起案する", clerk.Page.QuerySelector(".staff-acts")!.TextContent);
        await clerk.GoAsync(matter.PathOf() + "/print");
        Assert.Contains("受付", clerk.Page.QuerySelector(".paper__stamp")!.TextContent);
    }

    [Fact]
    public async Task Only_acts_that_are_possible_now_are_offered()
    {
        var matter = await Matter.Submitted(city, Officers.ChildAllowance, "taro");
        using var clerk = await city.Officer("clerk", matter.PathOf());
        await clerk.PressAsync("担当になって審査を始める");
        Assert.Contains("担当になり、審査を始めました", clerk.Words);
        Assert.Equal("clerk", clerk.ValueOf("assignee"));
        Assert.Contains("起案する", clerk.Words);
        Assert.DoesNotContain("審査を始める", clerk.Page.QuerySelector(".staff-acts")!.TextContent);
        using var director = await city.Officer("director", matter.PathOf());
        Assert.Null(director.Page.QuerySelector(".staff-acts"));
        Assert.Empty(director.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_second_of_two_officers_sees_who_was_first_and_keeps_what_was_typed()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", matter.PathOf());
        using var chief = await city.Officer("chief", matter.PathOf());
        await clerk.Fill("phase", "inquiry").PressAsync("段階を変える");
        await chief.Fill("note.body", "照会の要否を確認する").PressAsync("メモを残す");
        Assert.Equal(409, chief.Status);
        Assert.Contains("森下 彩さんが、", chief.Words);
        Assert.Contains("「段階の変更」を行いました", chief.Words);
        Assert.Equal("照会の要否を確認する", chief.ValueOf("note.body"));
        await chief.PressAsync("メモを残す");
        Assert.Contains("メモを残しました", chief.Words);
        Assert.Contains("照会の要否を確認する", chief.Words);
    }

    [Fact]
    public async Task A_correction_request_without_reason_or_question_is_refused_beside_the_fields()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", matter.PathOf() + "/request-correction");
        await clerk.PressAsync("補正を求める");
        Assert.Equal(400, clerk.Status);
        Assert.NotNull(clerk.Page.QuerySelector("#reason-error"));
        Assert.NotNull(clerk.Page.QuerySelector("#questions-error"));
        await clerk.Fill("questions", "account").Fill("reason", "支店名が読み取れません。").Fill("dueOn.month", "13").PressAsync("補正を求める");
        Assert.Equal(400, clerk.Status);
        Assert.Equal("支店名が読み取れません。", clerk.ValueOf("reason"));
        Assert.Equal("13", clerk.ValueOf("dueOn.month"));
        await clerk.Fill("dueOn.month", "12").Fill("dueOn.year", "2099").Fill("questions", "children[0].birthDate").PressAsync("補正を求める");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("10年より先の日", clerk.Words);
        await clerk.Fill("dueOn.year", $"{DateTime.UtcNow.Year + 1}").Fill("questions", "children[0].birthDate").PressAsync("補正を求める");
        Assert.Contains("補正を待っています", clerk.Words);
        Assert.Equal("correctionRequested", await matter.StatusFor("hanako"));
    }

    [Fact]
    public async Task An_amendment_keeps_the_old_answer_in_sight()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", matter.PathOf() + "/amend");
        await clerk.GoAsync(matter.PathOf() + "/amend?pages=claimant");
        await clerk.Fill("telephone", "000-1111-9999").PressAsync("訂正する");
        Assert.Equal(400, clerk.Status);
        Assert.Equal("000-1111-9999", clerk.ValueOf("telephone"));
        await clerk.Fill("reason", "電話で本人に確認").PressAsync("訂正する");
        Assert.Contains("訂正しました", clerk.Words);
        Assert.Equal("00012345601", clerk.Page.QuerySelector(".staff-changes del")!.TextContent);
        Assert.Equal("00011119999", clerk.Page.QuerySelector(".staff-changes ins")!.TextContent);
    }

    [Fact]
    public async Task An_application_in_law_is_not_closed_without_one_of_the_few_causes()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", matter.PathOf() + "/close");
        Assert.Contains("行政手続法第7条", clerk.Words);
        await clerk.Fill("reason", "連絡がつかない").PressAsync("終了する");
        Assert.Equal(400, clerk.Status);
        Assert.Equal("連絡がつかない", clerk.ValueOf("reason"));
        await clerk.Fill("reasonCode", "duplicate").PressAsync("終了する");
        Assert.Contains("終了しました", clerk.Words);
        Assert.Equal("closed", await matter.StatusFor("hanako"));
    }

    [Fact]
    public async Task An_extension_says_until_when_and_why()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", matter.PathOf() + "/extend");
        await clerk.Fill(("until.year", $"{DateTime.UtcNow.Year + 5}"), ("until.month", "1"), ("until.day", "8"), ("reason", "前住所地への照会に時間を要するため")).PressAsync("期限を延ばす");
        Assert.Contains("期限を延ばしました", clerk.Words);
        Assert.Contains("前住所地への照会に時間を要するため", clerk.Words);
    }
}
