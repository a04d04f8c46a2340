using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Stories;

/// <summary>児童手当 from the form to the notice, with names that older systems lose.</summary>
public sealed class ChildAllowanceStory(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    private const string Slug = "jido-teate-nintei";

    [Theory, ClassData(typeof(Databases))]
    public Task Hanako_applies_corrects_and_is_granted(string database) =>
        Tell(database, Habits.Usual, "hanako", "髙橋", "𠮷子", ["髙橋", "高橋", "吉子"]);

    /// <summary>邉 with the variation selector U+E0102.</summary>
    [Theory, ClassData(typeof(Databases))]
    public Task Taro_does_the_same_without_scripts(string database) =>
        Tell(database, Habits.WithoutScripts, "taro", "渡邉\U000E0102", "太郎", ["渡邉\U000E0102", "渡辺", "わたなべ"]);

    private async Task Tell(string database, Habits habits, string account, string family, string given, string[] foundAs)
    {
        var name = $"{family} {given}";
        var answers = await Answers.OfExampleAsync(await City(database), Slug, example => Named(example, family, given));

        var parent = await Someone(database, habits);
        var number = await parent.AppliesAsync(Slug, account, answers);
        await parent.SeesAsync("受け付けました");

        var clerk = await Officer(database, "clerk", habits);
        foreach (var words in foundAs)
        {
            await clerk.SearchesAsync(words);
            Assert.Contains(name, await clerk.Page.Locator("main tr", new() { HasText = number }).InnerTextAsync(), StringComparison.Ordinal);
        }

        await AsksForACorrection(clerk, number, name);
        await Corrects(parent, number);
        await Proposes(clerk, number);

        await (await Officer(database, "chief", habits)).ApprovesAsync(number, "承認する");
        var manager = await Officer(database, "manager", habits);
        await manager.ApprovesAsync(number, "決裁する");
        await manager.SeesAsync("決裁しました");

        await ReadsTheResult(parent, number, name);
        await clerk.GoAsync($"/staff/applications/{number}");
        await clerk.SeesAsync("児童手当認定通知書");
        await TakesTheList(clerk, number, name);
    }

    private static void Named(JsonObject example, string family, string given)
    {
        var applicant = example["applicant"]!;
        (applicant["family"], applicant["given"]) = (family, given);
        (applicant["familyKana"], applicant["givenKana"]) = given == "太郎" ? ("ワタナベ", "タロウ") : ("タカハシ", "ヨシコ");
        example["children"]![0]!["name"]!["family"] = family;
    }

    private static async Task AsksForACorrection(Person clerk, string number, string name)
    {
        await clerk.OpensAsync(number, number);
        await clerk.SeesAsync(name);
        await clerk.PressAsync("担当になって審査を始める");
        await clerk.SeesAsync("審査を始めました");
        await clerk.PressAsync("補正を求める");
        await clerk.PressAsync("補正を求める");
        await clerk.SeesAsync("入力内容");
        await clerk.FillAsync("questions", "telephone");
        await clerk.FillAsync("reason", "電話番号がつながりません。");
        await clerk.PressAsync("補正を求める");
        await clerk.SeesAsync("補正を求めました");
    }

    private static async Task Corrects(Person parent, string number)
    {
        await parent.GoAsync("/my");
        await parent.PressAsync(parent.Page.Locator($"main a[href='/my/applications/{number}']").First);
        await parent.SeesAsync("電話番号がつながりません。");
        await parent.PressAsync("補正する");
        await parent.SeesAsync("00012345601");
        await parent.FillAsync("telephone", "12");
        await parent.PressAsync("この内容で送る");
        Assert.Equal("12", await parent.ValueOf("telephone"));
        await parent.FillAsync("telephone", "０００－１２３４－９９９９");
        await parent.PressAsync("この内容で送る");
        await parent.SeesAsync("直した内容を送りました");
    }

    private static async Task Proposes(Person clerk, string number)
    {
        await clerk.GoAsync($"/staff/applications/{number}");
        await clerk.SeesAsync("00012349999");
        await clerk.PressAsync("起案する");
        await clerk.FillAsync("disposition", "grant");
        await clerk.PressAsync("次へ");
        await clerk.FillAsync("reason", "児童手当法4条1項の要件を満たす。");
        await clerk.PressAsync("起案して決裁に回す");
        await clerk.SeesAsync("起案しました");
    }

    private static async Task ReadsTheResult(Person parent, string number, string name)
    {
        await parent.GoAsync($"/my/applications/{number}");
        await parent.WaitsForAsync("通知書（PDF）を開く");
        await parent.SeesAsync("認定");
        await parent.SeesAsync("合計月額");
        var pdf = await parent.FetchAsync(parent.Page.Locator("main a[href*='/my/notices/']").First);
        Assert.Contains(name, await Pdf.TextAsync(pdf), StringComparison.Ordinal);
        await parent.PressAsync("この通知書が本物かを確かめる");
        await parent.SeesAsync("児童手当認定通知書");
    }

    private static async Task TakesTheList(Person clerk, string number, string name)
    {
        await clerk.GoAsync($"/staff/applications?q={number}&status=all");
        await clerk.PressAsync("CSVで取り出す");
        var csv = Encoding.UTF8.GetString(await clerk.DownloadAsync("CSVファイルを取り出す"));
        Assert.Contains(csv.Split('\n'), line => line.Contains(number, StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal));
    }
}
