using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Approvals.Tests.Api;
using Madoguchi.Testing;

namespace Approvals.Tests.Pages;

public sealed class ApprovalPagesTests(DemoCity city) : IClassFixture<DemoCity>
{
    private static string Address(Guid id) => $"/staff/approvals/{id}";

    private static string[] Buttons(IHtmlDocument page) => [.. page.QuerySelectorAll("#main form button, main form button").Select(b => b.TextContent.Trim()).Distinct()];

    private static void EveryFieldHasAName(IHtmlDocument page)
    {
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEqual("", page.Title);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var field in page.QuerySelectorAll("textarea, select, input:not([type=hidden])"))
            Assert.True(page.QuerySelector($"label[for='{field.Id}']") is not null || field.Closest("label") is not null, field.OuterHtml);
        foreach (var labelled in page.QuerySelectorAll("[aria-labelledby]")) Assert.NotNull(page.GetElementById(labelled.GetAttribute("aria-labelledby")!));
    }

    [Fact]
    public async Task The_inbox_shows_what_waits_and_says_when_nothing_does()
    {
        var id = await city.Has();
        using var chief = new StaffBrowser(city, "chief");
        var (status, page, _) = await chief.Open("/staff/approvals");
        Assert.Equal(200, status);
        Assert.Equal("髙橋 𠮷子さんの認定", page.QuerySelector($"a[href='{Address(id)}']")?.TextContent);
        Assert.Equal("決裁待ち", page.QuerySelector("nav.dads-menu a[aria-current=page]")?.FirstElementChild?.TextContent);
        EveryFieldHasAName(page);

        using var other = new StaffBrowser(city, "disaster-manager");
        (_, page, _) = await other.Open("/staff/approvals");
        Assert.Contains("あなたの決裁を待っている案件はありません", page.Body!.TextContent);
        Assert.Equal(404, (await other.Open(Address(id))).Status);
    }

    [Fact]
    public async Task The_chief_reads_and_endorses()
    {
        var number = Desk.NextNumber();
        var id = await city.Has("clerk", number);
        using var chief = new StaffBrowser(city, "chief");
        var (status, page, _) = await chief.Open(Address(id));
        Assert.Equal(200, status);
        EveryFieldHasAName(page);
        Assert.Equal(["承認する", "差し戻す", "否決する"], Buttons(page));
        Assert.NotNull(page.QuerySelector($"a[href='/staff/applications/{number}']"));
        Assert.Contains("支給月額", page.Body!.TextContent);
        Assert.Contains("子育て支援課 係長", page.QuerySelector("li[aria-current=step]")!.TextContent);
        Assert.Contains("柴田 健吾", page.QuerySelector("li[aria-current=step]")!.TextContent);

        (status, _, var location) = await chief.Send(page, Address(id), "endorse", ("endorse.comment", "確認しました"));
        Assert.Equal((302, $"{Address(id)}?did=endorse"), (status, location));
        (_, var after, _) = await chief.Open(location!);
        Assert.Contains("承認しました", after.Body!.TextContent);
        Assert.Contains("確認しました", after.Body.TextContent);

        (status, _, location) = await chief.Send(page, Address(id), "endorse");
        Assert.Equal((302, $"{Address(id)}?did=endorse"), (status, location));
        Assert.Equal(2, (await city.Get("clerk", $"/api/v1/approvals/{id}")).Body.GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Without_a_reason_the_error_stands_beside_the_field_and_nothing_is_sent()
    {
        var id = await city.Has();
        using var chief = new StaffBrowser(city, "chief");
        var (_, page, _) = await chief.Open(Address(id));
        (var status, page, _) = await chief.Send(page, Address(id), "return", ("return.reason", " "));

        Assert.Equal(400, status);
        Assert.Contains("理由を入力してください", page.QuerySelector("#return-reason-error")!.TextContent);
        Assert.True(page.QuerySelector("#return-reason")!.Closest("details")!.HasAttribute("open"));
        Assert.Contains("#return-reason", page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        EveryFieldHasAName(page);
        Assert.Equal("routing", (await city.Get("clerk", $"/api/v1/approvals/{id}")).Body.GetProperty("state").GetString());
    }

    [Fact]
    public async Task When_somebody_was_first_the_page_says_who_did_what_and_keeps_the_words()
    {
        var id = await city.HasRoad();
        await city.Post("road-chief", $"/api/v1/approvals/{id}/endorse", new { });
        using var sewer = new StaffBrowser(city, "sewer-manager");
        var (_, page, _) = await sewer.Open(Address(id));
        Assert.Equal(["合議に同意する", "合議に同意しない", "差し戻す"], Buttons(page));
        await city.Post("planning-manager", $"/api/v1/approvals/{id}/concur", new { });

        (var status, page, _) = await sewer.Send(page, Address(id), "object", ("object.reason", "管の移設が要る"));
        Assert.Equal(400, status);
        Assert.Contains("町田 圭子さんが", page.Body!.TextContent);
        Assert.Equal("管の移設が要る", page.QuerySelector<IHtmlTextAreaElement>("#object-reason")!.Value.Trim());

        (status, _, _) = await sewer.Send(page, Address(id), "object");
        Assert.Equal(302, status);
        using var manager = new StaffBrowser(city, "road-manager");
        (_, page, _) = await manager.Open(Address(id));
        Assert.Contains("合議で不同意が出ています", page.Body!.TextContent);
        EveryFieldHasAName(page);
    }

    [Fact]
    public async Task The_drafter_sees_why_the_own_step_is_closed_and_may_recall()
    {
        var own = await city.Has("manager");
        await city.Post("chief", $"/api/v1/approvals/{own}/endorse", new { });
        using var manager = new StaffBrowser(city, "manager");
        var (_, page, _) = await manager.Open(Address(own));
        Assert.Contains("ご自身の起案のため、操作できません", page.Body!.TextContent);
        Assert.Empty(Buttons(page));

        var id = await city.Has();
        using var clerk = new StaffBrowser(city, "clerk");
        (_, page, _) = await clerk.Open(Address(id));
        Assert.Equal(["引き戻す"], Buttons(page));
        Assert.Equal(302, (await clerk.Send(page, Address(id), "recall")).Status);
    }

    [Fact]
    public async Task A_deputy_acts_for_the_holder_and_a_list_loses_one()
    {
        var numbers = new[] { Desk.NextNumber(), Desk.NextNumber() };
        var id = await city.Has("clerk", numbers);
        using var chief = new StaffBrowser(city, "chief");
        var (_, page, _) = await chief.Open(Address(id));
        Assert.Equal(302, (await chief.Send(page, Address(id), "remove", ("remove.intakeNumber", numbers[0]), ("remove.reason", "書類を確かめる"))).Status);
        (_, page, _) = await chief.Open(Address(id));
        Assert.Contains("一覧から外しました", page.Body!.TextContent);
        await chief.Send(page, Address(id), "endorse");
        (_, page, _) = await chief.Open(Address(id));
        Assert.Equal(["代決する"], Buttons(page));
        Assert.Equal(302, (await chief.Send(page, Address(id), "act-for", ("act-for.reason", "課長出張中"))).Status);

        using var manager = new StaffBrowser(city, "manager");
        (_, page, _) = await manager.Open(Address(id));
        Assert.Contains("代決(後閲待ち)", page.Body!.TextContent);
        Assert.Equal(302, (await manager.Send(page, Address(id), "post-review")).Status);
    }
}
