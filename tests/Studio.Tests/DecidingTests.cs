using Madoguchi.Approvals.Contracts;
using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio;
using Madoguchi.Studio.Domain;
using Madoguchi.Studio.Publishing;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests;

/// <summary>Those who decide read what they decide on, and that is what is published.</summary>
public sealed class DecidingTests
{
    [Fact]
    public async Task A_first_publication_is_read_as_a_whole_and_seen_by_those_on_the_route_alone()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await NewSurveyAsync(city);
        var (home, id) = (clerk.Home(), clerk.Id());
        await clerk.PressAsync("公開する");
        Assert.Contains("はじめて公開する手続です", clerk.Words);
        Assert.Contains("ページ「あなたについて」", clerk.Words);
        Assert.Contains("「お住まいの地区」が「市外（市内に通勤・通学）」以外のとき", clerk.Words);
        await clerk.Fill("Reason", "子育ての施策のため").PressAsync("起案する");

        using var manager = await city.OfficerAsync("manager");
        await manager.GoAsync("/staff/approvals");
        await manager.PressAsync("手続の公開：子育てアンケート");
        Assert.Contains("自由に書いてください：長い文、任意", manager.Words);
        Assert.Contains("保存年限", manager.Words);
        Assert.Null(manager.Page.QuerySelector("a[href*='/staff/applications/studio']"));
        await manager.PressAsync("住民の画面・紙の様式・通知の見本を見る");
        Assert.Equal((200, "あなたについて"), (manager.Status, manager.Heading));

        await clerk.GoAsync(home + "/publish");
        await clerk.PressAsync("決裁の画面を開く");
        await clerk.PressAsync("引き戻す");
        Assert.Equal(DraftState.Editing, (await city.DraftAsync(id)).State);
    }

    [Fact]
    public async Task Who_stands_on_the_route_sees_the_draft_and_changes_nothing_others_see_nothing()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await NewSurveyAsync(city);
        var (home, id) = (clerk.Home(), clerk.Id());
        using var director = await city.OfficerAsync("director");
        await director.GoAsync(home + "/preview");
        Assert.Equal(404, director.Status);
        // 部長 decides here, and has no right to change procedures.
        await city.AsAsync("clerk", async services =>
        {
            var draft = await services.GetRequiredService<StudioDb>().All.SingleAsync(d => d.Id == id);
            var item = new ApprovalItem(ProposePublication.ItemOf(id), [new ApprovalFact("見本の画面", "見る", PublicationFacts.PreviewOf(id))]);
            var approval = await services.GetRequiredService<IApprovals>().StartAsync(new ApprovalDraft(ProposePublication.ApprovalKind, "部長へ", "kosodate", [item], [new ApprovalStepDraft(1, ApprovalStepKind.Decide, "director")], "試し"), default);
            services.GetRequiredService<StudioDb>().Add(draft.Propose(approval.Value, null, "公開を起案しました", "clerk", draft.ChangedAt));
            return true;
        });

        await director.GoAsync("/staff/approvals");
        await director.PressAsync("部長へ");
        await director.PressAsync("見る");
        Assert.Equal((200, home + "/preview"), (director.Status, director.Path));
        Assert.DoesNotContain(director.Page.QuerySelectorAll("a"), a => a.GetAttribute("href") == home || a.GetAttribute("href")!.Contains("/condition/", StringComparison.Ordinal));
        await director.PressAsync("決裁の画面を開く");
        Assert.Equal(200, director.Status);
        Assert.Equal("application/pdf", (await director.OpenFileAsync(home + "/paper.pdf")).Type);
        foreach (var path in (string[])["", "/edit/facts/fee", "/history", "/publish"])
        {
            await director.GoAsync(home + path);
            Assert.Equal(403, director.Status);
        }

        foreach (var account in (string[])["auditor", "kaigo-clerk", "koho-manager"])
        {
            using var other = await city.OfficerAsync(account);
            await other.GoAsync(home + "/preview");
            Assert.Equal(404, other.Status);
            Assert.NotEqual("application/pdf", (await other.OpenFileAsync(home + "/paper.pdf")).Type);
        }

        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        await hanako.GoAsync(home + "/preview");
        Assert.NotEqual("あなたについて", hanako.Heading);

        await clerk.GoAsync(home + "/publish");
        await clerk.PressAsync("決裁の画面を開く");
        await clerk.PressAsync("引き戻す");
        Assert.Equal(DraftState.Editing, (await city.DraftAsync(id)).State);
        await director.GoAsync(home + "/preview");
        Assert.Equal(404, director.Status);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_text_that_differs_from_the_one_decided_on_is_not_published(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await ChangedSurveyAsync(city);
        await clerk.GoAsync(clerk.Home() + "/publish");
        await clerk.Fill("Reason", "春の調査のため").PressAsync("起案する");
        var id = clerk.Id();
        await city.Get<IServiceScopeFactory>().RunAsync(async services =>
        {
            var draft = await services.GetRequiredService<StudioDb>().All.SingleAsync(d => d.Id == id);
            draft.Definition = draft.Definition.Replace("（春）", "（裏）", StringComparison.Ordinal);
        });

        using var manager = await city.OfficerAsync("koho-manager");
        await manager.GoAsync("/staff/approvals");
        await manager.PressAsync("手続の公開：市政アンケート（春）");
        Assert.Contains("内容の照合番号", manager.Words);
        await manager.PressAsync(manager.Page.QuerySelectorAll("button").First(b => b.TextContent.Trim() == "決裁する"));
        Assert.Equal(409, manager.Status);
        Assert.Contains("いまの下書きの内容が違うため、公開できません", manager.Words);
        Assert.Equal((1, DraftState.Proposed), (city.Get<IProcedures>().Find("shisei-anketo")!.Number, (await city.DraftAsync(id)).State));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task An_edition_published_meanwhile_is_shown_with_who_and_what_before_anything_is_proposed(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await ChangedSurveyAsync(city);
        var (home, id) = (clerk.Home(), clerk.Id());
        await city.PublishAsync("shisei-anketo", "koho-manager", d => d["minutes"] = 7);

        await clerk.GoAsync(home);
        Assert.Contains("この下書きを始めたあとに、第2版が公開されました", clerk.Words);
        await clerk.PressAsync("変わったところを見比べて、どうするか決める");
        Assert.Contains("津田 佳代", clerk.Words);
        Assert.Contains("入力にかかる時間が「5分」から「7分」に変わりました。", clerk.Words);
        Assert.Contains("入力にかかる時間が「7分」から「5分」に変わりました。", clerk.Words);
        Assert.Null(clerk.Page.QuerySelector("textarea[name=Reason]"));
        var before = await city.DraftAsync(id);
        var refused = await city.AsAsync("koho-clerk", s => s.GetRequiredService<ProposePublication>().RunAsync(id, before.Version, new ProposePublication.Input("急ぐ", null, []), default));
        Assert.Equal("studio-edition-newer", refused.Refusal?.Code);
        var stale = await city.AsAsync("koho-clerk", s => s.GetRequiredService<GoOnKnowing>().RunAsync(id, before.Version, 1, default));
        Assert.Equal("studio-edition-newer", stale.Refusal?.Code);
        Assert.Equal((1, DraftState.Editing), ((await city.DraftAsync(id)).BaseNumber, (await city.DraftAsync(id)).State));

        await clerk.PressAsync("見比べました。この下書きで進める");
        Assert.Equal(2, (await city.DraftAsync(id)).BaseNumber);
        await clerk.Fill("Reason", "春の調査のため").PressAsync("起案する");
        using var manager = await city.OfficerAsync("koho-manager");
        await manager.GoAsync("/staff/approvals");
        await manager.PressAsync("手続の公開：市政アンケート（春）");
        await manager.PressAsync(manager.Page.QuerySelectorAll("button").First(b => b.TextContent.Trim() == "決裁する"));
        Assert.Equal((3, 5), (city.Get<IProcedures>().Find("shisei-anketo")!.Number, city.Get<IProcedures>().Find("shisei-anketo")!.Minutes));
        await clerk.GoAsync(home + "/history");
        Assert.Contains("第2版と見比べて、この下書きで進めることにしました", clerk.Words);
    }

    [Fact]
    public async Task Who_alone_could_agree_or_decide_is_told_before_proposing()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var dx = await city.OfficerAsync("dx");
        await dx.GoAsync("/staff/studio");
        await dx.PressAsync("直す（後援等の名義使用の承認申請）");
        await dx.GoAsync(dx.Home() + "/edit/facts/period");
        await dx.Fill("correctionDays", "21").PressAsync("保存する");
        await dx.GoAsync(dx.Home() + "/publish");
        Assert.Contains("「デジタル推進課 デジタル推進員」の段階を処理できる人が、起案する方のほかにいません", dx.Words);
        Assert.Contains("ほかの職員に起案してもらうか", dx.Words);
        Assert.Null(dx.Page.QuerySelector("textarea[name=Reason]"));
        var id = dx.Id();
        var version = (await city.DraftAsync(id)).Version;
        var all = new ProposePublication.Input("急ぐ", null, ["law", "appeal", "criteria", "fee", "privacy", "language"]);
        Assert.Equal("studio-nobody-else", (await city.AsAsync("dx", s => s.GetRequiredService<ProposePublication>().RunAsync(id, version, all, default))).Refusal?.Code);
        Assert.False((await city.AsAsync("koho-clerk", s => s.GetRequiredService<ProposePublication>().RunAsync(id, version, all, default))).Refused);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task What_happens_to_matters_and_saved_forms_is_said_before_it_happens(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var answers = city.Get<IProcedures>().Find("shisei-anketo")!.Form.Example(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)));
        Assert.Equal(201, (await city.Post("hanako", "/api/v1/procedures/shisei-anketo/applications", new { answers })).Status);
        Assert.Equal(201, (await city.Post("taro", "/api/v1/procedures/shisei-anketo/saved-forms", new { answers })).Status);
        Assert.Equal(201, (await city.Post("taro", "/api/v1/procedures/shisei-anketo/saved-forms", new { answers = new { district = "hama" } })).Status);

        using var clerk = await ChangedSurveyAsync(city);
        var home = clerk.Home();
        await clerk.PressAsync("消す（自由に書いてください）");
        await clerk.GoAsync(home + "/edit/question/ageGroup");
        await clerk.Fill("options[2].drop", "true").PressAsync("保存する");
        await clerk.GoAsync(home + "/add/about");
        await clerk.Fill(("Label", "通勤先"), ("Type", "text")).PressAsync("足して、くわしく書く");
        await clerk.GoAsync(home + "/publish");
        Assert.Contains("進んでいる案件は、いまの版のまま進みます（第1版 1件）。", clerk.Words);
        Assert.Contains("保存された申請2件は、新しい版に引き継がれます。", clerk.Words);
        Assert.Contains("新しく聞く設問：「通勤先」", clerk.Words);
        Assert.Contains("もう一度答えていただく設問：「年齢」（1件）", clerk.Words);
        Assert.Contains("使われなくなる回答：「自由に書いてください」（1件）", clerk.Words);
    }

    private static async Task<Visitor> ChangedSurveyAsync(DemoCity city)
    {
        var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（市政アンケート）");
        await clerk.GoAsync(clerk.Home() + "/edit/facts/name");
        await clerk.Fill("title.ja", "市政アンケート（春）").PressAsync("保存する");
        return await clerk.GoAsync(clerk.Home());
    }

    private static async Task<Visitor> NewSurveyAsync(DemoCity city)
    {
        var clerk = await city.OfficerAsync("clerk");
        await clerk.GoAsync("/staff/studio/new?start=copy&source=shisei-anketo");
        await clerk.Fill(("Title", "子育てアンケート"), ("Kana", "コソダテアンケート")).PressAsync("つくり始める");
        await clerk.GoAsync(clerk.Home() + "/edit/facts/name");
        await clerk.Fill(("title.en", "Survey on raising children"), ("title.ja-easy", "{子|こ}どものアンケート")).PressAsync("保存する");
        return await clerk.GoAsync(clerk.Home());
    }
}
