using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio.Domain;
using Madoguchi.Studio.Publishing;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Madoguchi.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests;

/// <summary>Through 決裁 to the public, stopped, and undone.</summary>
public sealed class PublishTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_survey_is_decided_by_the_manager_published_at_once_and_outlives_a_restart(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await ChangedSurveyAsync(city);
        await clerk.PressAsync("公開する");
        Assert.Contains("市政アンケート（春）", clerk.Words);
        Assert.Contains("担当課の課長が決裁します", clerk.Words);
        await clerk.PressAsync("起案する");
        Assert.Equal(400, clerk.Status);
        await clerk.Fill("Reason", "春の調査のため").PressAsync("起案する");
        Assert.Contains("決裁を待っています", clerk.Words);
        await clerk.GoAsync(clerk.Home() + "/edit/facts/name");
        Assert.Null(clerk.Page.QuerySelector("main button"));

        await DecideAsync(city, "koho-manager", "手続の公開：市政アンケート（春）", "決裁する");
        Assert.Equal(DraftState.Published, (await city.DraftAsync(clerk.Id())).State);
        using var hanako = city.Visitor();
        await hanako.GoAsync("/procedures/shisei-anketo");
        Assert.Equal("市政アンケート（春）", hanako.Heading);
        Assert.Equal(2, city.Get<IProcedures>().Find("shisei-anketo")!.Number);

        await city.ChangeAsync("shisei-anketo", library => library["minutes"] = 9);
        Assert.Equal((2, 5), (city.Get<IProcedures>().Find("shisei-anketo")!.Number, city.Get<IProcedures>().Find("shisei-anketo")!.Minutes));

        using var again = await city.OfficerAsync("koho-clerk");
        await again.GoAsync("/staff/studio/procedures/shisei-anketo");
        await again.PressAsync("この版に戻す下書きを作る（第1版）");
        await again.PressAsync("公開する");
        await again.Fill("Reason", "名前を戻す").PressAsync("起案する");
        await DecideAsync(city, "koho-manager", "手続の公開：市政アンケート", "決裁する");
        var edition = city.Get<IProcedures>().Find("shisei-anketo")!;
        Assert.Equal((3, "市政アンケート"), (edition.Number, edition.Title.Ja));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_procedure_is_stopped_at_once_for_what_is_new_and_opened_again(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/procedures/shisei-anketo");
        await clerk.Fill("StopReason", new string('長', 301)).PressAsync("受付を止める");
        Assert.Equal((400, false), (clerk.Status, clerk.Words.Contains("受付を止めています", StringComparison.Ordinal)));
        await clerk.Fill("StopReason", "設問に誤りが見つかったため、直しています。").PressAsync("受付を止める");
        Assert.Contains("受付を止めています", clerk.Words);
        using var hanako = city.Visitor();
        await hanako.GoAsync("/procedures/shisei-anketo");
        Assert.Contains("いま、この手続の受付を止めています", hanako.Words);
        Assert.Contains("設問に誤りが見つかったため、直しています。", hanako.Words);
        Assert.Contains("000-000-1903", hanako.Page.QuerySelector(".dads-banner--warning")!.TextContent);
        Assert.DoesNotContain("回答する", hanako.Words);
        await hanako.GoAsync("/search?q=" + Uri.EscapeDataString("市政アンケート"));
        Assert.Contains("いまは受け付けていません", hanako.Words);
        var (_, shown) = await city.Get(null, "/api/v1/procedures/shisei-anketo");
        Assert.EndsWith("+09:00", shown.GetProperty("stoppedAt").GetString());
        Assert.Equal("設問に誤りが見つかったため、直しています。", shown.GetProperty("stopReason").GetString());
        await hanako.GoAsync("/en/procedures/shisei-anketo");
        Assert.Equal("ja", hanako.Page.QuerySelectorAll(".dads-banner--warning p").First(p => p.TextContent.Contains("設問に誤り", StringComparison.Ordinal)).GetAttribute("lang"));
        await clerk.PressAsync("受付を再開する");
        await clerk.Fill("StopReasonEn", "We are correcting a question.").PressAsync("受付を止める");
        Assert.Equal(400, clerk.Status);
        await clerk.Fill(("StopReason", "設問に誤りが見つかったため、直しています。"), ("StopReasonEasy", "｛質問｜しつもん｝を なおして います。")).PressAsync("受付を止める");
        await hanako.GoAsync("/en/procedures/shisei-anketo");
        var english = hanako.Page.QuerySelectorAll(".dads-banner--warning p")[0];
        Assert.Equal(("We are correcting a question.", null), (english.TextContent, english.GetAttribute("lang")));
        await hanako.GoAsync("/ja-easy/procedures/shisei-anketo");
        Assert.NotNull(hanako.Page.QuerySelector(".dads-banner--warning p ruby"));
        var answers = city.Get<IProcedures>().Find("shisei-anketo")!.Form.Example(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)));
        var (status, body) = await city.Post("hanako", "/api/v1/procedures/shisei-anketo/applications", new { answers });
        Assert.Equal(409, status);
        Assert.Contains("procedure-stopped", body.ToString());

        await city.RestartAsync();
        Assert.NotNull(city.Get<IProcedures>().StoppedAt("shisei-anketo"));
        using var chief = await city.OfficerAsync("koho-chief");
        await chief.GoAsync("/staff/studio/procedures/shisei-anketo");
        await chief.PressAsync("受付を再開する");
        (status, _) = await city.Post("hanako", "/api/v1/procedures/shisei-anketo/applications", new { answers });
        Assert.Equal(201, status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await city.Get(null, "/api/v1/procedures/shisei-anketo")).Body.GetProperty("stoppedAt").ValueKind);
        using var stranger = await city.OfficerAsync("kaigo-clerk");
        await stranger.GoAsync("/staff/studio/procedures/shisei-anketo");
        Assert.Equal(404, stranger.Status);
    }

    [Fact]
    public async Task The_law_lane_asks_the_dx_office_and_every_line_of_the_check_list()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（後援等の名義使用の承認申請）");
        await clerk.GoAsync(clerk.Home() + "/edit/facts/period");
        await clerk.Fill("correctionDays", "21").PressAsync("保存する");
        await clerk.GoAsync(clerk.Home() + "/publish");
        Assert.Contains("補正の日数が「14日」から「21日」に変わりました。", clerk.Words);
        await clerk.Fill("Reason", "補正の日数を延ばす").PressAsync("起案する");
        Assert.Contains("すべて確かめて、しるしを付けてください。", clerk.Words);
        foreach (var check in (string[])["law", "appeal", "criteria", "fee", "privacy", "language"]) clerk.Fill("Checked", check);
        await clerk.PressAsync("起案する");
        Assert.Contains("決裁を待っています", clerk.Words);

        await DecideAsync(city, "dx", "手続の公開：後援等の名義使用の承認申請", "合議に同意する");
        Assert.Equal(1, city.Get<IProcedures>().Find("koen-meigi")!.Number);
        await DecideAsync(city, "koho-manager", "手続の公開：後援等の名義使用の承認申請", "決裁する");
        Assert.Equal((2, 21), (city.Get<IProcedures>().Find("koen-meigi")!.Number, city.Get<IProcedures>().Find("koen-meigi")!.CorrectionDays));
    }

    [Fact]
    public async Task A_draft_taken_back_is_changed_again()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await ChangedSurveyAsync(city);
        await clerk.PressAsync("公開する");
        await clerk.Fill("Reason", "春の調査のため").PressAsync("起案する");
        await clerk.PressAsync("決裁の画面を開く");
        Assert.DoesNotContain(clerk.Page.QuerySelectorAll("button"), b => b.TextContent.Trim() == "決裁する");
        await clerk.PressAsync("引き戻す");
        Assert.Equal(DraftState.Editing, (await city.DraftAsync(await OnlyDraftAsync(city))).State);
        Assert.Equal(1, city.Get<IProcedures>().Find("shisei-anketo")!.Number);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_day_to_come_is_waited_for_and_can_be_called_off(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await ChangedSurveyAsync(city);
        await clerk.PressAsync("公開する");
        var day = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)).AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await clerk.Fill(("Reason", "来月から"), ("Day", day)).PressAsync("起案する");
        await DecideAsync(city, "koho-manager", "手続の公開：市政アンケート（春）", "決裁する");
        var draft = await city.DraftAsync(clerk.Id());
        Assert.Equal((DraftState.Scheduled, 1), (draft.State, city.Get<IProcedures>().Find("shisei-anketo")!.Number));

        await DueAsync(city, draft.Id, draft.Version + 1);
        Assert.Equal(DraftState.Scheduled, (await city.DraftAsync(draft.Id)).State);
        await DueAsync(city, draft.Id, draft.Version);
        Assert.Equal((DraftState.Published, 2), ((await city.DraftAsync(draft.Id)).State, city.Get<IProcedures>().Find("shisei-anketo")!.Number));
        await DueAsync(city, draft.Id, draft.Version);
        Assert.Equal(2, city.Get<IProcedures>().Find("shisei-anketo")!.Number);
    }

    [Fact]
    public async Task With_a_fault_nothing_is_proposed()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.WithSurveyAsync("まだのアンケート", "マダノアンケート");
        await clerk.GoAsync(clerk.Home() + "/publish");
        Assert.Contains("公開できません", clerk.Words);
        Assert.Null(clerk.Page.QuerySelector("textarea[name=Reason]"));
    }

    private static async Task<Visitor> ChangedSurveyAsync(DemoCity city, string account = "koho-clerk")
    {
        var clerk = await city.OfficerAsync(account);
        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（市政アンケート）");
        await clerk.GoAsync(clerk.Home() + "/edit/facts/name");
        await clerk.Fill("title.ja", "市政アンケート（春）").PressAsync("保存する");
        return await clerk.GoAsync(clerk.Home());
    }

    private static async Task DecideAsync(DemoCity city, string account, string subject, string words)
    {
        using var officer = await city.OfficerAsync(account);
        await officer.GoAsync("/staff/approvals");
        await officer.PressAsync(subject);
        var button = officer.Page.QuerySelectorAll("button").First(b => b.TextContent.Trim() == words);
        await officer.PressAsync(button);
        Assert.Equal(200, officer.Status);
    }

    private static Task DueAsync(DemoCity city, Guid draft, long version) =>
        city.Get<IServiceScopeFactory>().RunAsync(services => services.GetRequiredService<PublishDraft>().DueAsync(draft, version, "koho-manager", default));

    private static async Task<Guid> OnlyDraftAsync(DemoCity city)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<Madoguchi.Studio.StudioDb>().All.Single().Id;
    }
}
