using System.Text.Json.Nodes;
using EndToEnd.Tests.Browsing;
using EndToEnd.Tests.Making;
using Madoguchi.Testing;
using Studio.Tests.FiscalYears;

namespace EndToEnd.Tests.Stories;

/// <summary>What becomes of procedures once they are published: the library goes on, and so do the years. A city of their own: its library changes.</summary>
public sealed class KeepingStory(Chromium chromium, Cities cities) : Story(chromium, cities), IClassFixture<Cities>
{
    private const string Own = "港のアンケート";

    [Fact]
    public async Task A_variant_of_the_library_takes_its_next_edition_question_by_question()
    {
        var city = await City("sqlite");
        var clerk = await Officer("sqlite", "koho-clerk", Habits.Usual with { Strict = true });
        await MakesItsVariant(clerk);
        await (await Officer("sqlite", "koho-manager")).ApprovesAsync(Own, "決裁する");

        await city.ChangeAsync("shisei-anketo", library =>
        {
            library["minutes"] = 9;
            Question(library, "ageGroup")["label"]!["ja"] = "あなたの年齢層";
            Question(library, "district")["label"]!["ja"] = "お住まいの地域";
        });
        clerk = await Officer("sqlite", "koho-clerk", Habits.Usual with { Strict = true });
        await clerk.OpensTheStudioAsync();
        await clerk.SeesAsync("ひな形に新しい版があります（1件）");
        await clerk.PressAsync(Own);
        await ChoosesOneOfEach(clerk);

        await clerk.SeesAsync("何歳ですか");
        await clerk.SeesAsync("お住まいの地域");
        await clerk.DoesNotSeeAsync("どちらにお住まいですか");
        await clerk.ProposesAsync("ひな形の新しい版に合わせるため");
        var manager = await Officer("sqlite", "koho-manager");
        await manager.GoAsync("/staff/approvals");
        await manager.PressAsync(manager.Page.Locator("main tr", new() { HasText = Own }).Locator("a").First);
        await manager.SeesAsync("「9分」");
        await manager.PressAsync("決裁する");
        await clerk.WaitsForAsync("第2版として公開しました");
        await clerk.PressAsync("手続づくり");
        await clerk.DoesNotSeeAsync("ひな形に新しい版があります");
    }

    [Fact]
    public async Task Twenty_forms_go_into_the_new_year_on_one_screen()
    {
        var city = await City("sqlite");
        await Courses.PublishAsync(city, 20);
        var clerk = await Officer("sqlite", "koho-clerk", Habits.Usual with { Strict = true });
        await clerk.OpensTheStudioAsync();
        await clerk.PressAsync("年度更新");
        await clerk.ChooseAsync("from", $"{Courses.Name(Courses.Year)} → {Courses.Name(Courses.Year + 1)}");
        await clerk.PressAsync("この条件で見る");
        await clerk.SeesAsync($"{Courses.Name(Courses.Year)} 市民講座その20");
        await clerk.LooksOnATelephoneAsync();
        await clerk.PressAsync("しるしのある手続の下書きを作る");
        await clerk.SeesAsync("20件の下書きを作りました");
        await clerk.LooksOnATelephoneAsync();
        await clerk.FillAsync("Reason", "新しい年度のため");
        await clerk.PressAsync("一覧で起案する");
        Assert.InRange(clerk.Effort.Presses, 1, 7);

        var manager = await Officer("sqlite", "koho-manager");
        await manager.ApprovesAsync("手続の公開（一覧）", "決裁する");
        await clerk.OpensTheStudioAsync();
        await clerk.PressAsync("年度更新");
        await clerk.ChooseAsync("from", $"{Courses.Name(Courses.Year)} → {Courses.Name(Courses.Year + 1)}");
        await clerk.PressAsync("この条件で見る");
        await clerk.SeesAsync("この年度に更新した手続（20件）");
        await clerk.SeesAsync($"{Courses.Name(Courses.Year + 1)} 市民講座その20");
        Assert.Equal(20, await clerk.Page.GetByText("公開待ち", new() { Exact = true }).CountAsync());
    }

    private static async Task MakesItsVariant(Person clerk)
    {
        await clerk.OpensTheStudioAsync();
        await clerk.PressAsync("新しい手続をつくる");
        await clerk.FillAsync("q", "市政アンケート");
        await clerk.PressAsync("さがす");
        await clerk.PressAsync("市政アンケート");
        await clerk.FillsAsync(("Title", Own), ("Kana", "ミナトノアンケート"));
        await clerk.PressAsync("つくり始める");
        await clerk.WritesAsync("名前と説明", ("title.en", "Survey on the port"), ("title.ja-easy", "{港|みなと}のアンケート"));
        await clerk.WritesAsync("年齢", ("label.ja", "何歳ですか"));
        await clerk.WritesAsync("お住まいの地区", ("label.ja", "どちらにお住まいですか"));
        await clerk.ProposesAsync("港の計画に生かすため");
    }

    private static async Task ChoosesOneOfEach(Person clerk)
    {
        await clerk.SeesAsync("両方が変えたところ（2か所）");
        await clerk.LooksOnATelephoneAsync();
        await clerk.PressAsync("取り込んで下書きを作る");
        await clerk.SeesAsync("どちらにするかを選んでください。");
        await clerk.LooksOnATelephoneAsync();
        await ChoosesAsync("何歳ですか", "Mine");
        await ChoosesAsync("どちらにお住まいですか", "Theirs");
        await clerk.PressAsync("取り込んで下書きを作る");

        async Task ChoosesAsync(string words, string side)
        {
            var box = clerk.Page.Locator("main fieldset", new() { HasText = words }).Locator($"input[value={side}]").Last;
            await clerk.FillAsync((await box.GetAttributeAsync("name"))!, side);
        }
    }

    private static JsonNode Question(JsonObject definition, string id) => definition["form"]!["pages"]!.AsArray().SelectMany(p => p!["questions"]!.AsArray()).First(q => q!["id"]?.ToString() == id)!;
}
