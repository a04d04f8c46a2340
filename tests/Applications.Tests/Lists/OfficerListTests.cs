using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.Lists;

/// <summary>案件の一覧: what is found, what is not one's own, and what waits at home.</summary>
public sealed class OfficerListTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Theory]
    [InlineData("高橋")]
    [InlineData("髙橋")]
    [InlineData("吉子")]
    [InlineData("𠮷子")]
    [InlineData("タカハシ")]
    [InlineData("たかはし よしこ")]
    public async Task A_name_with_rare_characters_is_found_however_it_is_typed(string words)
    {
        var matter = await Matter.Submitted(city, Officers.ChildAllowance, "kana", Officers.Named("髙橋", "𠮷子", "タカハシ", "ヨシコ"));
        using var clerk = await city.Officer("clerk", "/staff/applications?q=" + Uri.EscapeDataString(words));
        Assert.Contains(matter.Number, clerk.Words);
        Assert.Contains("髙橋 𠮷子", clerk.Words);
    }

    [Theory]
    [InlineData("渡辺")]
    [InlineData("渡邉")]
    [InlineData("渡邊")]
    public async Task A_variant_with_a_selector_is_found_by_its_plain_forms_and_shown_unchanged(string words)
    {
        var matter = await Matter.Submitted(city, Officers.ChildAllowance, "taro", Officers.Named("渡邉󠄂", "次郎", "ワタナベ", "ジロウ"));
        using var clerk = await city.Officer("clerk", "/staff/applications?q=" + Uri.EscapeDataString(words));
        Assert.Contains(matter.Number, clerk.Words);
        Assert.Contains("渡邉󠄂 次郎", clerk.Page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Number_telephone_and_birth_date_find_the_matter()
    {
        var matter = await Matter.Submitted(city, Officers.ChildAllowance, "hanako", a => { a["telephone"] = "000-7777-1234"; a["birthDate"] = "1991-04-03"; });
        using var clerk = await city.Officer("clerk");
        foreach (var words in new[] { matter.Number, "00077771234", "1991-04-03", "平成3年4月3日" })
        {
            await clerk.GoAsync("/staff/applications?q=" + Uri.EscapeDataString(words));
            Assert.True(clerk.Words.Contains(matter.Number, StringComparison.Ordinal), words);
        }
    }

    [Fact]
    public async Task Another_divisions_matters_are_not_there()
    {
        var matter = await Matter.Submitted(city, Officers.ChildAllowance);
        using var kaigo = await city.Officer("kaigo-clerk", "/staff/applications?status=all");
        Assert.DoesNotContain(matter.Number, kaigo.Words);
        Assert.Equal(404, (await kaigo.GoAsync(matter.PathOf())).Status);
        Assert.Equal(404, (await kaigo.GoAsync(matter.PathOf() + "/print")).Status);
        Assert.Equal(404, (await kaigo.GoAsync($"/staff/applications/propose?n={matter.Number}")).Status);
    }

    [Fact]
    public async Task Who_may_not_see_matters_is_told_so_and_sees_no_such_room()
    {
        using var dx = await city.Officer("dx", "/staff/applications");
        Assert.Equal(403, dx.Status);
        await dx.GoAsync("/staff");
        Assert.DoesNotContain("/staff/applications", dx.Page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Filters_narrow_and_stay_chosen()
    {
        var mine = await city.UnderReview();
        await mine.Does("clerk", "assign", new { assignee = "clerk" });
        var other = await city.UnderReview();
        using var clerk = await city.Officer("clerk", "/staff/applications");
        await clerk.Fill("assignee", "clerk").Fill("status", "underReview").PressAsync("表示する");
        Assert.Contains(mine.Number, clerk.Words);
        Assert.DoesNotContain(other.Number, clerk.Words);
        Assert.Equal("clerk", clerk.ValueOf("assignee"));
        await clerk.Fill("due", "overdue").PressAsync("表示する");
        Assert.Contains("条件に合う案件はありません", clerk.Words);
    }

    [Fact]
    public async Task The_home_page_shows_what_waits_and_says_overdue_in_words()
    {
        var matter = await city.UnderReview();
        await matter.Does("clerk", "assign", new { assignee = "clerk" });
        using var clerk = await city.Officer("clerk", "/staff");
        Assert.Contains("あなたが担当している案件", clerk.Words);
        Assert.Contains(matter.Number, clerk.Words);
        Assert.Contains("決裁待ち", clerk.Words);
        Assert.Contains("期限を過ぎた案件はありません。", clerk.Words);
    }

    [Fact]
    public async Task The_door_leads_back_to_the_page_asked_for_but_never_out_of_the_house()
    {
        using var clerk = await city.Visitor().GoAsync("/staff/applications");
        Assert.StartsWith("/staff/sign-in?return=", clerk.Path);
        await clerk.PressAsync(clerk.Page.QuerySelector("button[value=clerk]")!);
        Assert.Equal("/staff/applications", clerk.Path);
        await clerk.PressAsync("ログアウト");
        Assert.StartsWith("/staff/sign-in", clerk.Path);
        await clerk.GoAsync("/staff/sign-in?return=https://example.com/");
        await clerk.PressAsync(clerk.Page.QuerySelector("button[value=clerk]")!);
        Assert.Equal("/staff", clerk.Path);
    }
}
