using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Studio;
using Madoguchi.Studio.Domain;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests;

/// <summary>An officer makes a procedure with what is on the screen.</summary>
public sealed class DraftTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task From_nothing_to_questions_with_a_condition_in_a_sentence(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.WithSurveyAsync("公園についてのアンケート", "コウエンニツイテノアンケート");
        var home = clerk.Home();
        var uses = (await clerk.AskAsync("公園を使いますか", "yesNo", home)).Question();
        var question = (await clerk.AskAsync("どの公園ですか", "text", home)).Question();
        await clerk.Fill(("label.en", "Which park?"), ("label.ja-easy", "どの{公園|こうえん}ですか"), ("required", "false"), ("maxLength", "50")).PressAsync("保存する");
        Assert.Contains("保存しました", clerk.Words);
        Assert.Equal("50", clerk.ValueOf("maxLength"));

        await clerk.GoAsync($"{home}/condition/question/{question}");
        await clerk.Fill("c0.question", uses).PressAsync("保存する");
        Assert.Contains("次のどれかである", clerk.Page.QuerySelector("select[name='c0.is']")!.TextContent);
        await clerk.Fill(("c0.is", "is"), ("c0.value", "true")).PressAsync("保存する");
        Assert.Equal(home, clerk.Path);
        Assert.Contains("「公園を使いますか」が「はい」のとき", clerk.Words);

        var draft = await city.DraftAsync(clerk.Id());
        var kept = JsonNode.Parse(draft.Definition)!;
        Assert.Equal(("koennitsuitenoanketo", "koho", "koho.manager", DraftState.Editing), (draft.Slug, draft.Division, draft.Owner, draft.State));
        Assert.Equal($$"""{"eq":["${{uses}}",true]}""", kept["form"]!["pages"]![0]!["questions"]![1]!["visibleWhen"]!.ToJsonString());
        Assert.Equal(50, kept["form"]!["pages"]![0]!["questions"]![1]!["maxLength"]!.GetValue<int>());
        Assert.True(kept["example"]![uses]!.GetValue<bool>());
        Assert.Equal(4, await city.AuditedAsync("procedures.draftChanged", draft.Id));
        Assert.Equal(1, await city.AuditedAsync("procedures.draftStarted", draft.Id));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task What_was_done_is_taken_back_and_done_again_and_the_history_tells_it_all(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.WithSurveyAsync("戻せるアンケート", "モドセルアンケート");
        var home = clerk.Home();
        await clerk.AskAsync("年齢", "number", home);
        await clerk.AskAsync("地区", "text", home);
        await clerk.GoAsync(home);
        await clerk.PressAsync("消す（年齢）");
        Assert.DoesNotContain("年齢", clerk.Page.QuerySelector("#pages")!.ParentElement!.TextContent);
        await clerk.PressAsync("元に戻す");
        await clerk.PressAsync("上へ（地区）");
        Assert.Equal(["地区", "年齢"], clerk.Page.QuerySelectorAll(".studio-questions > li > a:first-child").Select(a => a.TextContent));
        await clerk.PressAsync("元に戻す");
        await clerk.PressAsync("やり直す");
        Assert.Equal(["地区", "年齢"], clerk.Page.QuerySelectorAll(".studio-questions > li > a:first-child").Select(a => a.TextContent));
        Assert.Null(clerk.Page.QuerySelector("button[value=redo]"));

        await clerk.GoAsync(home + "/history");
        Assert.Equal(
            ["やり直す：設問「地区」を動かしました", "元に戻す：設問「地区」を動かしました", "設問「地区」を動かしました", "元に戻す：設問「年齢」を消しました", "設問「年齢」を消しました", "設問「地区」を足しました", "設問「年齢」を足しました", "空から始めました"],
            clerk.Page.QuerySelectorAll("tbody td:last-child").Select(t => t.TextContent));
        Assert.Contains("宮本 灯", clerk.Words);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Two_editors_at_once_never_overwrite_silently(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.WithSurveyAsync("二人で直すアンケート", "フタリデナオスアンケート");
        var home = clerk.Home();
        using var chief = await city.OfficerAsync("koho-chief");
        await clerk.GoAsync(home + "/edit/facts/fee");
        await chief.GoAsync(home + "/edit/facts/fee");
        await chief.Fill(("fee.kind", "later"), ("fee.text.en", "Told later.")).PressAsync("保存する");
        await clerk.Fill("fee.text.ja", "ただです。").PressAsync("保存する");
        Assert.Equal(409, clerk.Status);
        Assert.Contains("ほかの人が先に保存しました", clerk.Words);
        Assert.Contains("関口 淳：手数料を変えました", clerk.Words);
        Assert.Equal(("ただです。", "Told later.", "later"), (clerk.ValueOf("fee.text.ja"), clerk.ValueOf("fee.text.en"), clerk.ValueOf("fee.kind")));

        await clerk.PressAsync("保存する");
        var fee = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!["fee"]!;
        Assert.Equal(("later", "ただです。", "Told later."), (fee["kind"]!.ToString(), fee["text"]!["ja"]!.ToString(), fee["text"]!["en"]!.ToString()));
    }

    [Fact]
    public async Task Rows_that_others_moved_are_never_written_into_one_another()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("列が動くアンケート", "レツガウゴクアンケート");
        var key = (await clerk.AskAsync("好きな色", "choice", clerk.Home())).Question();
        var home = clerk.Home();
        using var chief = await city.OfficerAsync("koho-chief");
        await chief.GoAsync($"{home}/edit/question/{key}");
        await clerk.GoAsync($"{home}/edit/question/{key}");
        await chief.Fill("options[0].drop", "true").PressAsync("保存する");
        for (var i = 0; i < 2; i++)
        {
            await clerk.Fill("options[1].label.ja", "みどり").PressAsync("保存する");
            Assert.Equal(409, clerk.Status);
            Assert.Equal("みどり", clerk.ValueOf("options[1].label.ja"));
        }

        Assert.Equal(["o2"], Options());
        await clerk.PressAsync("新しい画面を開く");
        await clerk.Fill("options[0].label.ja", "みどり").PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        Assert.Equal(["o2"], Options());

        IEnumerable<string> Options() => JsonNode.Parse(city.DraftAsync(clerk.Id()).Result.Definition)!["form"]!["pages"]![0]!["questions"]![0]!["options"]!.AsArray().Select(o => o!["code"]!.ToString());
    }

    [Fact]
    public async Task A_question_that_is_gone_leaves_its_id_to_nobody()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("番号のアンケート", "バンゴウノアンケート");
        var home = clerk.Home();
        var first = (await clerk.AskAsync("勤務先", "text", home)).Question();
        await clerk.GoAsync(home);
        await clerk.PressAsync("消す（勤務先）");
        Assert.NotEqual(first, (await clerk.AskAsync("緊急連絡先", "text", home)).Question());
    }

    [Fact]
    public async Task A_condition_finer_than_rows_stays_when_nothing_is_put_in_its_place()
    {
        var city = await cities.On("sqlite");
        var (slug, key) = Finer(city);
        using var dx = await city.OfficerAsync("dx");
        await dx.GoAsync("/staff/studio");
        await dx.PressAsync($"直す（{city.Get<Madoguchi.Procedures.Contracts.IProcedures>().Card(slug)!.Title.Ja}）");
        var before = (await city.DraftAsync(dx.Id())).Definition;
        await dx.GoAsync($"{dx.Home()}/condition/question/{key}");
        await dx.PressAsync("保存する");
        Assert.Equal(before, (await city.DraftAsync(dx.Id())).Definition);
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_leaves_room_for_another()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("捨てるアンケート", "ステルアンケート");
        var id = clerk.Id();
        await clerk.PressAsync(clerk.Page.QuerySelector("button[value=discard]")!);
        Assert.Equal("/staff/studio", clerk.Path.Split('?')[0]);
        await clerk.GoAsync($"/staff/studio/{id}");
        Assert.Equal(404, clerk.Status);
        Assert.Equal(1, await city.AuditedAsync("procedures.draftDiscarded", id));
        using var again = await city.WithSurveyAsync("捨てるアンケート", "ステルアンケート");
        Assert.NotEqual(id, again.Id());
    }

    private static (string Slug, string Key) Finer(DemoCity city)
    {
        foreach (var (slug, item) in city.Get<Madoguchi.Procedures.Contracts.IDefinitions>().Library)
        {
            var definition = Madoguchi.Studio.Editing.Definition.Parse(item.Definition);
            foreach (var (key, _, question) in definition.Questions().Where(q => q.Question["visibleWhen"] is not null))
            {
                var of = Madoguchi.Studio.Conditions.ConditionOf.Find(definition, "question", key)!;
                if (new Madoguchi.Studio.Conditions.ClauseReader(of.Find).Read(of.Condition) is null) return (slug, key);
            }
        }

        throw new InvalidOperationException("Every condition of the library can be said in rows");
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_published_procedure_is_changed_in_one_draft_and_copied_into_others(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        Assert.Contains("市政アンケート", clerk.Words);
        Assert.DoesNotContain("粗大ごみ", clerk.Words);
        await clerk.PressAsync("直す（市政アンケート）");
        Assert.Equal("市政アンケート", clerk.Heading);
        var draft = await city.DraftAsync(clerk.Id());
        Assert.Equal((DraftStart.Edition, 1, "shisei-anketo"), (draft.StartedFrom, draft.BaseNumber, draft.Slug));

        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（市政アンケート）");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("作成中の下書きがあります", clerk.Words);

        await clerk.PressAsync("写して新しくつくる（市政アンケート）");
        await clerk.Fill(("Title", "図書館アンケート"), ("Kana", "としょかんあんけーと")).PressAsync("つくり始める");
        var copy = await city.DraftAsync(clerk.Id());
        Assert.Equal(("toshokananketo", "shisei-anketo", DraftStart.Copy), (copy.Slug, copy.Source, copy.StartedFrom));
        Assert.Equal(3, JsonNode.Parse(copy.Definition)!["form"]!["pages"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_library_is_searched_and_one_of_it_becomes_the_citys_own()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("gomi-clerk");
        await clerk.GoAsync("/staff/studio/new");
        await clerk.Fill("q", "そだいごみ").PressAsync("さがす");
        await clerk.PressAsync("粗大ごみ");
        await clerk.Fill(("Title", "大きなごみの回収"), ("Kana", "オオキナゴミノカイシュウ")).PressAsync("つくり始める");
        Assert.Equal("大きなごみの回収", clerk.Heading);
        Assert.Equal("gomi", (await city.DraftAsync(clerk.Id())).Division);
    }

    [Fact]
    public async Task What_belongs_to_a_post_nobody_holds_is_listed()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("みなしごのアンケート", "ミナシゴノアンケート");
        var id = clerk.Id();
        await city.Get<IServiceScopeFactory>().RunAsync(async services => (await services.GetRequiredService<StudioDb>().All.SingleAsync(d => d.Id == id)).Owner = "gone.manager");
        await clerk.GoAsync("/staff/studio");
        Assert.Contains("担当のいない手続があります（1件）", clerk.Words);
        Assert.Contains("みなしごのアンケート（作成中、gone.manager）", clerk.Words);
    }

    [Fact]
    public async Task Other_divisions_and_strangers_see_nothing()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("広報のアンケート", "コウホウノアンケート");
        using var other = await city.OfficerAsync("kaigo-clerk");
        foreach (var path in (string[])["", "/edit/facts/fee", "/history", "/add/page1", "/condition/page/page1"])
        {
            await other.GoAsync(clerk.Home() + path);
            Assert.Equal(404, other.Status);
        }

        using var auditor = await city.OfficerAsync("auditor");
        await auditor.GoAsync("/staff/studio");
        Assert.Equal(403, auditor.Status);
        using var dx = await city.OfficerAsync("dx");
        await dx.GoAsync(clerk.Home());
        Assert.Equal(200, dx.Status);
    }
}
