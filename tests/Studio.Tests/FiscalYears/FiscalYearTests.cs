using System.Diagnostics;
using System.Text.Json.Nodes;
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

namespace Studio.Tests.FiscalYears;

/// <summary>年度更新: what is found, what is taken, and the way to the public.</summary>
public sealed class FiscalYearTests
{
    private const string Home = "/staff/studio/fiscal-year";

    private static int Year => Courses.Year;

    [Theory, ClassData(typeof(Databases))]
    public async Task Twenty_forms_are_rolled_on_one_screen_proposed_on_one_list_and_published(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        await Courses.PublishAsync(city, 20);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync(Home);
        var watch = Stopwatch.StartNew();
        await clerk.GoAsync($"{Home}?from={Year}");
        TestContext.Current.SendDiagnosticMessage($"{database}: the screen of twenty forms took {watch.ElapsedMilliseconds} ms");
        Assert.Equal(20, clerk.Page.QuerySelectorAll("input[name=procedure][value^=koza-]").Length);
        await clerk.PressAsync("しるしのある手続の下書きを作る");
        Assert.Equal(200, clerk.Status);
        Assert.Contains("20件の下書きを作りました", clerk.Words);

        var drafts = await DraftsAsync(city);
        Assert.Equal(20, drafts.Count);
        foreach (var draft in drafts)
        {
            var made = JsonNode.Parse(draft.Definition)!;
            Assert.Equal((Year + 1, DraftState.Editing, 1), (draft.RolledTo, draft.State, draft.Position));
            Assert.StartsWith(Courses.Name(Year + 1), draft.Title, StringComparison.Ordinal);
            Assert.Equal(($"{Year + 1}-04-06T09:00", $"{Year + 2}-03-01T17:00"), (made["opens"]!.ToString(), made["closes"]!.ToString()));
            Assert.Equal(500, (int)made["fee"]!["amount"]!);
            var check = made["form"]!["pages"]![0]!["questions"]!.AsArray()[^1]!["checks"]![0]!;
            Assert.Equal($"{Year + 1}-04-01", check["when"]!["lt"]![0]!["age"]![1]!.ToString());
            Assert.Contains($"1 April {Year + 1}", check["message"]!["en"]!.ToString(), StringComparison.Ordinal);
            // A birthday of long ago in the sample stays: it was not taken.
            Assert.Equal("1990-05-05", made["example"]!["birth"]!.ToString());
        }

        await clerk.GoAsync($"{Home}?from={Year}");
        Assert.Contains("この年度に更新した手続（20件）", clerk.Words);
        Assert.Empty(clerk.Page.QuerySelectorAll("input[name=procedure][value^=koza-]"));

        await clerk.PressAsync("一覧で起案する");
        Assert.Contains("入力してください", clerk.Words);
        await clerk.Fill("Reason", "新しい年度のため").PressAsync("一覧で起案する");
        Assert.StartsWith("/staff/approvals/", clerk.Path, StringComparison.Ordinal);
        Assert.All(await DraftsAsync(city), d => Assert.Equal((DraftState.Proposed, new DateOnly(Year + 1, 4, 1)), (d.State, d.PublishOn)));
        await DecideAsync(city, "koho-manager", "手続の公開（一覧）", "決裁する");
        var decided = await DraftsAsync(city);
        Assert.All(decided, d => Assert.Equal(DraftState.Scheduled, d.State));

        foreach (var draft in decided) await city.Get<IServiceScopeFactory>().RunAsync(s => s.GetRequiredService<PublishDraft>().DueAsync(draft.Id, draft.Version, "koho-manager", default));
        Assert.All(Enumerable.Range(1, 20), i => Assert.Equal(2, city.Get<IProcedures>().Card($"koza-{i}")!.Number));
        await clerk.GoAsync($"{Home}?from={Year}");
        Assert.Empty(clerk.Page.QuerySelectorAll("input[name=procedure][value^=koza-]"));
    }

    [Fact]
    public async Task What_was_edited_is_taken_what_was_not_ticked_stays_and_nothing_else_changes()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await Courses.PublishAsync(city, 2);
        var before = city.Get<IDefinitions>().Text("koza-1", 1)!;
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync($"{Home}?from={Year}");
        Only(clerk, "koza-1");
        var fields = clerk.Page.QuerySelectorAll("[name^='v.koza-1.']").ToDictionary(f => f.GetAttribute("name")!, f => clerk.ValueOf(f.GetAttribute("name")!)!);
        var opens = fields.Single(f => f.Value == $"{Year + 1}-04-06T09:00").Key;
        var english = fields.Single(f => f.Value == $"Course 1 of {Year + 1}").Key;
        var fee = fields.Single(f => f.Value == "500").Key;
        Untick(clerk, english);
        await clerk.Fill((opens, Madoguchi.Kernel.Time.JapaneseDate.Format(new DateOnly(Year + 1, 4, 8))), (fee, "６００")).PressAsync("しるしのある手続の下書きを作る");
        Assert.Contains("1件の下書きを作りました", clerk.Words);
        var made = JsonNode.Parse((await DraftsAsync(city)).Single().Definition)!;
        Assert.Equal(($"{Year + 1}-04-08T09:00", $"Course 1 of {Year}", 600), (made["opens"]!.ToString(), made["title"]!["en"]!.ToString(), (int)made["fee"]!["amount"]!));

        var was = JsonNode.Parse(before)!;
        foreach (var key in (string[])["title", "opens", "closes", "fee", "form"])
        {
            was.AsObject().Remove(key);
            made.AsObject().Remove(key);
        }

        Assert.Equal(was.ToJsonString(), made.ToJsonString());
        await clerk.GoAsync($"{Home}?from={Year}");
        Assert.Single(clerk.Page.QuerySelectorAll("input[name=procedure][value^=koza-]"));
    }

    [Fact]
    public async Task A_wrong_day_is_told_beside_its_field_and_the_others_can_go_on_without_it()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await Courses.PublishAsync(city, 3);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync($"{Home}?from={Year}");
        Only(clerk, "koza-1", "koza-2");
        var opens = clerk.Page.QuerySelectorAll("[name^='v.koza-2.']").First(f => f.GetAttribute("value") == $"{Year + 1}-04-06T09:00").GetAttribute("name")!;
        await clerk.Fill(opens, "来年の春").PressAsync("しるしのある手続の下書きを作る");
        Assert.Equal(400, clerk.Status);
        Assert.Equal("来年の春", clerk.ValueOf(opens));
        Assert.Equal("true", clerk.Page.QuerySelector($"[name='{opens}']")!.GetAttribute("aria-invalid"));
        Assert.Empty(await DraftsAsync(city));
        await clerk.PressAsync("誤りのある手続を除いて下書きを作る");
        Assert.Contains("1件の下書きを作りました", clerk.Words);
        Assert.Contains("次の手続の下書きは作っていません", clerk.Words);
        Assert.Equal("koza-1", (await DraftsAsync(city)).Single().Slug);

        // What turns the definition into nonsense is refused as a whole.
        Only(clerk, "koza-3");
        var text = clerk.Page.QuerySelectorAll("textarea[name^='v.koza-3.']").First().GetAttribute("name")!;
        await clerk.Fill(text, "<b>太字</b>").PressAsync("しるしのある手続の下書きを作る");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("HTML", clerk.Words);
    }

    [Fact]
    public async Task An_edition_nobody_saw_is_not_rolled_and_other_divisions_cannot()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await Courses.PublishAsync(city, 1);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync($"{Home}?from={Year}");
        Only(clerk, "koza-1");
        var text = JsonNode.Parse(city.Get<IDefinitions>().Text("koza-1", 1)!)!.AsObject();
        text["closes"] = $"{Year + 1}-02-01T17:00";
        await city.Get<IServiceScopeFactory>().RunAsync(s => s.GetRequiredService<IPublication>().PublishAsync(text.ToJsonString(), 1, "koho-manager"));
        await clerk.PressAsync("しるしのある手続の下書きを作る");
        Assert.Contains("0件の下書きを作りました", clerk.Words);
        Assert.Contains("次の手続の下書きは作っていません", clerk.Words);
        Assert.Empty(await DraftsAsync(city));

        using var stranger = await city.OfficerAsync("kaigo-clerk");
        await stranger.GoAsync($"{Home}?division=koho&from={Year}");
        Assert.Equal(404, stranger.Status);
        await stranger.GoAsync($"{Home}?from=1");
        Assert.Equal(404, stranger.Status);
    }

    [Fact]
    public async Task One_taken_out_of_the_list_is_changed_again_and_the_others_are_published()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        await Courses.PublishAsync(city, 2);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync($"{Home}?from={Year}");
        Only(clerk, "koza-1", "koza-2");
        await clerk.PressAsync("しるしのある手続の下書きを作る");
        await clerk.Fill(("Reason", "新しい年度のため"), ("Day", "")).PressAsync("一覧で起案する");
        using var manager = await city.OfficerAsync("koho-manager");
        await manager.GoAsync("/staff/approvals");
        await manager.PressAsync("手続の公開（一覧）");
        var out2 = (await DraftsAsync(city)).Single(d => d.Slug == "koza-2");
        Assert.Contains(manager.Page.QuerySelectorAll("select[name='remove.intakeNumber'] option"), o => o.TextContent == out2.Title);
        await manager.Fill(("remove.intakeNumber", ProposePublication.ItemOf(out2.Id)), ("remove.reason", "額を確かめる")).PressAsync("一覧から外す");
        Assert.Equal(DraftState.Editing, (await DraftsAsync(city)).Single(d => d.Slug == "koza-2").State);
        await manager.PressAsync(manager.Page.QuerySelectorAll("button").First(b => b.TextContent.Trim() == "決裁する"));
        var drafts = (await DraftsAsync(city)).ToDictionary(d => d.Slug, d => d.State);
        Assert.Equal((DraftState.Published, DraftState.Editing), (drafts["koza-1"], drafts["koza-2"]));
    }

    private static async Task<IReadOnlyList<Draft>> DraftsAsync(DemoCity city)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StudioDb>().All.AsNoTracking().OrderBy(d => d.Slug).ToListAsync();
    }

    private static void Only(Visitor clerk, params string[] slugs)
    {
        foreach (var box in clerk.Page.QuerySelectorAll("input[name=procedure]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>()) box.IsChecked = slugs.Contains(box.Value);
    }

    private static void Untick(Visitor clerk, string field)
    {
        var place = field[2..];
        var dot = place.LastIndexOf('.');
        clerk.Page.QuerySelectorAll("input[name=take]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Single(b => b.Value == $"{place[..dot]}/{place[(dot + 1)..]}").IsChecked = false;
    }

    private static async Task DecideAsync(DemoCity city, string account, string subject, string words)
    {
        using var officer = await city.OfficerAsync(account);
        await officer.GoAsync("/staff/approvals");
        await officer.PressAsync(subject);
        await officer.PressAsync(officer.Page.QuerySelectorAll("button").First(b => b.TextContent.Trim() == words));
        Assert.Equal(200, officer.Status);
    }
}
