using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.Decisions;

/// <summary>起案の画面: one and many, with computed results, and a PDF of a core system in place of the template.</summary>
public sealed class OfficerProposalTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task One_matter_is_proposed_with_the_computed_result_standing_in_the_form()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", matter.PathOf());
        await clerk.PressAsync("起案する");
        await clerk.Fill("disposition", "grant").PressAsync("次へ");
        Assert.Equal("25000", clerk.ValueOf("result.total"));
        Assert.Equal("15000", clerk.ValueOf("result.children[0].amount"));
        await clerk.PressAsync("起案して決裁に回す");
        Assert.Equal(400, clerk.Status);
        await clerk.Fill("reason", "①児童手当法第7条 ②基準1から9に適合 ③住民基本台帳で確認 ④認定する").PressAsync("起案して決裁に回す");
        Assert.Contains("起案しました", clerk.Words);
        Assert.Contains("子育て支援課係長の処理待ち", clerk.Words);
        Assert.Equal("awaitingDecision", await matter.StatusFor("hanako"));
    }

    [Fact]
    public async Task A_result_that_cannot_be_read_is_refused_beside_its_field_and_stays()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", matter.PathOf() + "/propose?disposition=grant");
        await clerk.Fill("result.total", "二万").Fill("reason", "基準に適合").PressAsync("起案して決裁に回す");
        Assert.Equal(400, clerk.Status);
        Assert.Equal("二万", clerk.ValueOf("result.total"));
        Assert.Equal("基準に適合", clerk.ValueOf("reason"));
        Assert.NotNull(clerk.Page.QuerySelector("#result-total-error"));
    }

    [Fact]
    public async Task Several_chosen_in_the_list_go_on_one_approval()
    {
        var first = await city.UnderReview();
        var second = await city.UnderReview("taro");
        using var clerk = await city.Officer("clerk", "/staff/applications?status=underReview");
        await clerk.Fill("n", first.Number).Fill("n", second.Number).PressAsync("選んだ案件をまとめて起案する");
        await clerk.Fill("disposition", "grant").PressAsync("次へ");
        Assert.Contains("合計月額：25,000円", clerk.Words);
        await clerk.PressAsync("起案して決裁に回す");
        Assert.Equal(400, clerk.Status);
        Assert.Contains(second.Number, clerk.Words);
        await clerk.Fill("reason", "いずれも基準に適合").PressAsync("起案して決裁に回す");
        Assert.StartsWith("/staff/approvals/", clerk.Path);
        Assert.Contains(first.Number, clerk.Words);
        Assert.Contains(second.Number, clerk.Words);
    }

    [Fact]
    public async Task What_changed_while_the_list_was_looked_at_is_not_drafted_unseen()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", $"/staff/applications/propose?n={matter.Number}&disposition=grant");
        await matter.Does("clerk", "assign", new { assignee = "clerk" });
        await clerk.Fill("reason", "基準に適合").PressAsync("起案して決裁に回す");
        Assert.Contains($"{matter.Number}は、表示したあとに変わりました", clerk.Words);
        Assert.Equal("基準に適合", clerk.ValueOf("reason"));
        Assert.Equal("underReview", await matter.StatusFor("clerk"));
        await clerk.PressAsync("起案して決裁に回す");
        Assert.StartsWith("/staff/approvals/", clerk.Path);
    }

    [Fact]
    public async Task A_pdf_of_a_core_system_becomes_the_notice()
    {
        var matter = await city.UnderReview();
        using var clerk = await city.Officer("clerk", matter.PathOf() + "/notice-file");
        await clerk.PressAsync("このPDFを使う");
        Assert.Equal(400, clerk.Status);
        await clerk.Attach("file", "nintei.pdf", "%PDF-1.4\n%%EOF\n"u8.ToArray(), "application/pdf").PressAsync("このPDFを使う");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("市の署名を付けて送ることができません", clerk.Words);
        await clerk.Attach("file", "nintei.pdf", SmallPdf.Make(streams: true), "application/pdf").PressAsync("このPDFを使う");
        Assert.Contains("通知に使うPDFを変えました", clerk.Words);
        await matter.Does("clerk", "propose", new { disposition = "grant", reason = "基準に適合" });
        using var chief = await city.Officer("chief", "/staff/approvals");
        await chief.PressAsync(matter.Number);
        Assert.Contains("基幹システムのPDFを使用", chief.Words);
    }
}
