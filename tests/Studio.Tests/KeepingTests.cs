using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio;
using Madoguchi.Studio.Editing;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests;

/// <summary>What keeps a city's procedures in order over the years, and what must not slip through.</summary>
public sealed class KeepingTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task What_nobody_checked_for_twelve_months_is_listed_until_somebody_does(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        Assert.DoesNotContain("12か月点検していない手続", clerk.Words);
        await city.PublishAsync("shisei-anketo", "koho-manager", d => d["lastChecked"] = "2024-04-01");
        await clerk.GoAsync("/staff/studio");
        Assert.Contains("12か月点検していない手続（1件）", clerk.Words);
        Assert.Contains("令和6年4月1日", clerk.Words);
        using var other = await city.OfficerAsync("kaigo-clerk");
        await other.GoAsync("/staff/studio");
        Assert.DoesNotContain("12か月点検していない手続", other.Words);

        await clerk.PressAsync("点検した（市政アンケート）");
        Assert.DoesNotContain("12か月点検していない手続", clerk.Words);
        await clerk.GoAsync("/staff/studio/procedures/shisei-anketo");
        await clerk.Fill("Note", "要領を読み直した").PressAsync("点検した");
        var lines = clerk.Page.QuerySelector("#checks")!.ParentElement!.QuerySelectorAll("li").Select(l => l.TextContent).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Contains("第2版 宮本 灯 要領を読み直した", lines[0]);
        await clerk.Fill("Note", new string('長', 401)).PressAsync("点検した");
        Assert.Equal(400, clerk.Status);
        await using var scope = city.Services.CreateAsyncScope();
        Assert.Equal(2, Convert.ToInt32(await scope.ServiceProvider.GetRequiredService<Database>().ScalarAsync("select count(*) from kernel_audit where action = 'procedures.checked' and subject_id = 'shisei-anketo'", default)));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Two_divisions_that_begin_the_same_name_at_once_get_one_draft_and_one_sentence(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var koho = await city.OfficerAsync("koho-clerk");
        using var kosodate = await city.OfficerAsync("clerk");
        foreach (var officer in new[] { koho, kosodate })
        {
            await officer.GoAsync("/staff/studio/new?start=empty");
            officer.Fill(("Nature", "survey"), ("Title", "同時のアンケート"), ("Kana", "ドウジノアンケート"));
        }

        await Task.WhenAll(koho.PressAsync("つくり始める"), kosodate.PressAsync("つくり始める"));
        Assert.Equal([200, 400], new[] { koho.Status, kosodate.Status }.Order());
        Assert.Contains("このアドレスの名前は使われています", (koho.Status == 400 ? koho : kosodate).Words);
        await using var scope = city.Services.CreateAsyncScope();
        Assert.Single(await scope.ServiceProvider.GetRequiredService<StudioDb>().All.ToListAsync());
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task The_database_itself_keeps_one_open_draft_of_a_name(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await city.WithSurveyAsync("一つのアンケート", "ヒトツノアンケート");
        var draft = await city.DraftAsync(clerk.Id());
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => city.Get<IServiceScopeFactory>().RunAsync(services =>
        {
            services.GetRequiredService<StudioDb>().Add(new Madoguchi.Studio.Domain.Draft
            {
                Id = Guid.CreateVersion7(), Slug = draft.Slug, Title = "", Division = "koho", Owner = "koho.manager", Definition = "{}", StartedBy = "x", ChangedBy = "x", StartedAt = draft.StartedAt, ChangedAt = draft.ChangedAt,
            });
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public async Task An_older_edition_comes_back_to_the_division_that_has_the_procedure_now()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await city.PublishAsync("shisei-anketo", "dx", d => d["division"] = "kosodate");
        using var clerk = await city.OfficerAsync("clerk");
        await clerk.GoAsync("/staff/studio/procedures/shisei-anketo");
        await clerk.PressAsync("この版に戻す下書きを作る（第1版）");
        Assert.Equal(200, clerk.Status);
        var draft = await city.DraftAsync(clerk.Id());
        Assert.Equal(("kosodate", "kosodate.manager", "kosodate"), (draft.Division, draft.Owner, Definition.Parse(draft.Definition).Division));
    }

    [Fact]
    public async Task A_version_nobody_has_seen_yet_saves_nothing()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.WithSurveyAsync("先の版のアンケート", "サキノハンノアンケート");
        await clerk.GoAsync(clerk.Home() + "/edit/facts/name");
        var before = (await city.DraftAsync(clerk.Id())).Definition;
        clerk.Page.QuerySelector("input[name=version]")!.SetAttribute("value", "99");
        for (var i = 0; i < 2; i++)
        {
            await clerk.Fill("title.ja", "書きかえ").PressAsync("保存する");
            Assert.Equal(400, clerk.Status);
            Assert.Contains("画面を開き直してください", clerk.Words);
            Assert.Equal("書きかえ", clerk.ValueOf("title.ja"));
        }

        Assert.Equal(before, (await city.DraftAsync(clerk.Id())).Definition);
    }

    [Fact]
    public async Task A_list_of_two_hundred_options_is_saved()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.WithSurveyAsync("駅のアンケート", "エキノアンケート");
        var (home, id) = (clerk.Home(), clerk.Id());
        var key = (await clerk.AskAsync("最寄りの駅", "choice", home)).Question();
        await city.Get<IServiceScopeFactory>().RunAsync(async services =>
        {
            var draft = await services.GetRequiredService<StudioDb>().All.SingleAsync(d => d.Id == id);
            var definition = Definition.Parse(draft.Definition);
            definition.Question(key)!.Value.Question["options"] = new JsonArray([.. Enumerable.Range(0, 200).Select(i => new JsonObject { ["code"] = $"s{i}", ["label"] = new JsonObject { ["ja"] = $"駅{i}" } })]);
            draft.Definition = definition.Text;
        });
        await clerk.GoAsync($"{home}/edit/question/{key}");
        await clerk.Fill("options[199].label.ja", "終点").PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        var options = Definition.Parse((await city.DraftAsync(id)).Definition).Question(key)!.Value.Question["options"]!.AsArray();
        Assert.Equal((200, "終点"), (options.Count, options[199]!["label"]!["ja"]!.ToString()));
    }

    [Fact]
    public async Task The_same_form_number_in_another_procedure_is_found_in_the_studio_too()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await city.PublishAsync("shisei-anketo", "dx", d => d["formNumber"] = "様式第99号");
        var twin = JsonNode.Parse(city.Get<IDefinitions>().Text("koho-haifu", 1)!)!;
        twin["formNumber"] = "様式第99号";
        Assert.Contains(city.Get<IDefinitions>().Judge(twin.ToJsonString()), f => f.Code == "known-form-number");
    }

    [Fact]
    public void A_sample_leaves_with_all_that_belongs_to_it_and_nothing_else()
    {
        var definition = Definition.Parse("""
            {"form": {"pages": [{"id": "p", "questions": [{"id": "kind", "type": "choice"}, {"id": "paper", "type": "file"}, {"id": "kindLater", "type": "text"}]}]},
             "example": {"kind": "other", "kindOther": "ほか", "kindLater": "あした", "paperLater": true, "paper": ["sample-pdf"]}}
            """);
        Samples.Remove(definition, "kind");
        Samples.Remove(definition, "paper");
        Assert.Equal("""{"kindLater":"あした"}""", JsonNode.Parse(definition.Text)!["example"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
