using System.Text;
using EndToEnd.Tests.Browsing;
using EndToEnd.Tests.Making;
using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio;
using Madoguchi.Studio.Editing;
using Madoguchi.Studio.Register;
using Madoguchi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Studio.Tests.FiscalYears;
using Studio.Tests.Register;
using Studio.Tests.Sharing;

namespace EndToEnd.Tests.Pages;

/// <summary>Every page of the studio, empty, full and with errors: nothing for axe, nothing to scroll sideways at 320 px. A city of its own: what is begun here is nobody else's.</summary>
public sealed class StudioPagesTests(Chromium chromium, Cities cities) : Story(chromium, cities), IClassFixture<Cities>
{
    private const string Home = "/staff/studio";

    private static readonly Habits Strict = Habits.Usual with { Strict = true };

    private readonly List<string> faults = [];

    [Fact]
    public async Task The_ways_to_begin()
    {
        var city = await City("sqlite");
        var clerk = await Officer("sqlite", "kaigo-clerk", Strict);
        await OpensAsync(clerk, Home, $"{Home}/new", $"{Home}/new?q=ありません", $"{Home}/new?start=library&source=shisei-anketo", $"{Home}/new?start=copy&source=kaigo-nintei", $"{Home}/new?start=empty");
        await PressesAsync(clerk, "つくり始める");

        await OpensAsync(clerk, $"{Home}/new/list");
        await PressesAsync(clerk, "読んで確かめる");
        await clerk.AttachAsync("file", Csv("項目名,種類,選択肢\n氏名,,\n希望の回,1つ選ぶ,午前、午後\nひみつ,魔法,\n"));
        await PressesAsync(clerk, "読んで確かめる");
        await clerk.SeesAsync("誤りのある行があります");
        await PressesAsync(clerk, "2問の下書きを作る");

        await OpensAsync(clerk, $"{Home}/import");
        await PressesAsync(clerk, "読み込む");
        await clerk.AttachAsync("file", Json(Packages.Of(city, "shisei-anketo", d => d["minutes"] = "長い")));
        await PressesAsync(clerk, "読み込む");
        await clerk.SeesAsync("読み込めません");
        await clerk.AttachAsync("file", Json(Packages.Of(city, "shisei-anketo")));
        await PressesAsync(clerk, "読み込む");
        await clerk.SeesAsync("選び直す・確かめるところ");
        Done();
    }

    [Fact]
    public async Task A_draft_from_nothing_and_what_is_wrong_with_it()
    {
        var clerk = await Officer("sqlite", "sangyo-clerk", Strict);
        await clerk.OpensTheStudioAsync();
        await clerk.BeginsAsync("booking", "商店街の見学", "ショウテンガイノケンガク");
        var draft = clerk.Path;
        await OpensAsync(clerk, draft, $"{draft}/publish", $"{draft}/history", $"{draft}/edit/facts/booking", $"{draft}/edit/facts/ending", $"{draft}/add/page1");
        await PressesAsync(clerk, "足して、くわしく書く");
        await clerk.FillsAsync(("Label", "見たいところ"), ("Type", "choices"));
        await PressesAsync(clerk, "足して、くわしく書く");
        await clerk.FillAsync("options[0].label.ja", "");
        await PressesAsync(clerk, "保存する");
        await OpensAsync(clerk, $"{draft}/edit/facts/period");
        await clerk.FillsAsync(("period.days", "たくさん"), ("opens", "来月"));
        await PressesAsync(clerk, "保存する");

        await OpensAsync(clerk, $"{draft}/condition/question/{await QuestionAsync(clerk, draft)}");
        await clerk.ChooseAsync("c0.question", "はじめのページ：参加する回");
        await PressesAsync(clerk, "保存する");
        await PressesAsync(clerk, "保存する");
        await OpensAsync(clerk, draft);
        await PressesAsync(clerk, "消す（見たいところ）");
        await PressesAsync(clerk, "元に戻す");
        await OpensAsync(clerk, $"{draft}/preview?answers=none", $"{draft}/preview/check?answers=none");
        Done();
    }

    [Fact]
    public async Task A_large_procedure_in_all_its_parts()
    {
        var city = await City("sqlite");
        var dx = await Officer("sqlite", "dx", Strict);
        await dx.OpensTheStudioAsync();
        await dx.PressAsync("直す（児童手当認定請求）");
        var draft = dx.Path;
        var definition = Definition.Parse(city.Get<IDefinitions>().Text("jido-teate-nintei", city.Get<IProcedures>().Card("jido-teate-nintei")!.Number)!);
        var first = definition.Pages.First()!;
        await OpensAsync(dx, [draft, .. FactForms.Of(definition).Select(f => $"{draft}/edit/facts/{f}")]);
        await OpensAsync(dx, [.. definition.Questions().DistinctBy(q => Definition.Type(q.Question)).Select(q => $"{draft}/edit/question/{q.Key}")]);
        await OpensAsync(dx, $"{draft}/edit/page/{Definition.Id(first)}", $"{draft}/edit/exit/{Definition.Id(first["exits"]![0]!)}", $"{draft}/edit/document/{Definition.Id(definition.Documents[0]!)}", $"{draft}/edit/notice/nintei");
        await OpensAsync(dx, [.. definition.Questions().Where(q => q.Question["visibleWhen"] is not null).Take(2).Select(q => $"{draft}/condition/question/{q.Key}"), $"{draft}/condition/exit/{Definition.Id(first["exits"]![0]!)}"]);
        await OpensAsync(dx, [.. definition.Pages.Select(p => $"{draft}/preview/{Definition.Id(p!)}"), $"{draft}/preview?width=desktop", $"{draft}/preview?lang=en", $"{draft}/preview?lang=ja-easy", $"{draft}/preview/check"]);

        await OpensAsync(dx, draft);
        await PressesAsync(dx, "この手続の文を書く（受付のメール）");
        await OpensAsync(dx, $"{draft}/publish", $"{Home}/share/{draft.Split('/')[^1]}", $"{draft}/history");
        await OpensAsync(dx, Home);
        await PressesAsync(dx, "直す（児童手当認定請求）");
        await dx.SeesAsync("作成中の下書きがあります");
        Done();
    }

    [Fact]
    public async Task What_is_published_put_forward_stopped_and_forgotten()
    {
        var city = await City("sqlite");
        var clerk = await Officer("sqlite", "koho-clerk", Strict);
        await OpensAsync(clerk, $"{Home}/procedures/koen-meigi", $"{Home}/share/koen-meigi", $"{Home}/update/koen-meigi");
        await PressesAsync(clerk, "見比べる");
        await OpensAsync(clerk, $"{Home}/procedures/koen-meigi");
        await clerk.FillAsync("StopReason", new string('長', 301));
        await PressesAsync(clerk, "受付を止める");
        await clerk.FillAsync("StopReason", "様式を直しています。");
        await PressesAsync(clerk, "受付を止める");

        await clerk.OpensTheStudioAsync();
        await clerk.PressAsync("直す（後援等の名義使用の承認申請）");
        var draft = clerk.Path;
        await clerk.WritesAsync("期間と受付", ("correctionDays", "21"));
        await PressesAsync(clerk, "公開する");
        await PressesAsync(clerk, "起案する");
        foreach (var check in new[] { "law", "appeal", "criteria", "fee", "privacy", "language" }) await clerk.FillAsync("Checked", check);
        await clerk.FillAsync("Reason", "補正の日数を延ばす");
        await PressesAsync(clerk, "起案する");
        await OpensAsync(clerk, draft, $"{draft}/edit/facts/fee", $"{draft}/publish");
        await PressesAsync(clerk, "決裁の画面を開く");
        var id = Guid.Parse(draft.Split('/')[^1]);
        await city.Get<IServiceScopeFactory>().RunAsync(async services => (await services.GetRequiredService<StudioDb>().All.SingleAsync(d => d.Id == id)).Owner = "gone.manager");
        await OpensAsync(clerk, Home);
        await clerk.SeesAsync("担当のいない手続があります（1件）");
        Done();
    }

    [Fact]
    public async Task The_new_fiscal_year()
    {
        var city = await City("sqlite");
        await Courses.PublishAsync(city, 2, "gomi");
        var clerk = await Officer("sqlite", "gomi-clerk", Strict);
        await OpensAsync(clerk, $"{Home}/fiscal-year?from={Courses.Year}");
        var opens = clerk.Page.Locator($"main input[value='{Courses.Year + 1}-04-06T09:00']").First;
        await clerk.FillAsync((await opens.GetAttributeAsync("name"))!, "来年の春");
        await PressesAsync(clerk, "しるしのある手続の下書きを作る");
        await PressesAsync(clerk, "誤りのある手続を除いて下書きを作る");
        await PressesAsync(clerk, "一覧で起案する");
        Done();
    }

    [Fact]
    public async Task The_register_of_procedures()
    {
        var dx = await Officer("sqlite", "dx", Strict);
        await OpensAsync(dx, $"{Home}/register", $"{Home}/register?q=ありません", $"{Home}/register/figures", $"{Home}/register/entry/shisei-anketo", $"{Home}/register/entry/new");
        await PressesAsync(dx, "保存する");
        await OpensAsync(dx, $"{Home}/register/import");
        await PressesAsync(dx, "取り込む");
        await dx.AttachAsync("file", new() { Name = "tana.csv", MimeType = "text/csv", Buffer = SurveyFiles.Of(SurveyFiles.Line("A-1", "", (SurveyColumns.Online, "たぶん")), ["列が", "足りない"]) });
        await PressesAsync(dx, "取り込む");
        await dx.SeesAsync("2行に誤りがあります");
        await dx.AttachAsync("file", new() { Name = "tana.csv", MimeType = "text/csv", Buffer = SurveyFiles.Of(SurveyFiles.Many(60)) });
        await PressesAsync(dx, "取り込む");
        await OpensAsync(dx, $"{Home}/register/figures");
        Done();
    }

    private static FilePayload Csv(string text) => new() { Name = "koumoku.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    private static FilePayload Json(byte[] content) => new() { Name = "tetsuzuki.json", MimeType = "application/json", Buffer = content };

    private static async Task<string> QuestionAsync(Person officer, string draft)
    {
        await officer.GoAsync(draft);
        return (await officer.Page.GetByRole(AriaRole.Link, new() { Name = "見たいところ", Exact = true }).First.GetAttributeAsync("href"))!.Split('/')[^1];
    }

    private async Task OpensAsync(Person officer, params string[] pages)
    {
        foreach (var page in pages) await LooksAsync(officer, () => officer.GoAsync(page));
    }

    private Task PressesAsync(Person officer, string words) => LooksAsync(officer, () => officer.PressAsync(words));

    // All faults of a test are told at once: a run of the browser is long.
    private async Task LooksAsync(Person officer, Func<Task> come)
    {
        try
        {
            await come();
            await officer.Page.SetViewportSizeAsync(320, 640);
            await officer.Page.ShouldNotScrollSidewaysAsync();
        }
        catch (Xunit.Sdk.XunitException fault)
        {
            faults.Add(fault.Message);
        }
        finally
        {
            await officer.Page.SetViewportSizeAsync(Strict.Width, Strict.Height);
        }
    }

    private void Done() => Assert.True(faults.Count == 0, string.Join("\n\n", faults));
}
