using System.Globalization;
using System.Text.RegularExpressions;
using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using EndToEnd.Tests.Making;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace EndToEnd.Tests.Stories;

/// <summary>手続づくり: from nothing to the notice in a resident's hands.</summary>
public sealed partial class PublishingStory(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    // A careful typist of Japanese, and a look at every page that comes.
    private const int CharactersAMinute = 60;
    private const int SecondsAPage = 6;

    [Fact]
    public async Task An_officer_makes_a_permission_others_decide_and_a_resident_gets_the_notice()
    {
        // A city of its own: the others have no such procedure.
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        var clerk = await OfficerAt(city, "clerk", Habits.Usual with { Strict = true });
        await clerk.OpensTheStudioAsync();
        await clerk.BuildsPrivateUseAsync();
        await clerk.TriesAndProposesAsync();
        GuideSays(clerk.Effort);

        await (await OfficerAt(city, "dx")).ApprovesAsync(PrivateUse.Title, "合議に同意する");
        await (await OfficerAt(city, "manager")).ApprovesAsync(PrivateUse.Title, "決裁する");
        await clerk.WaitsForAsync("第1版として公開しました");
        await clerk.PressAsync("住民の画面を見る");
        await clerk.SeesAsync("使用料は500円です。");
        var slug = clerk.Path.Split('/')[^1];

        await LeavesByTheExit(await SomeoneAt(city), slug);
        await WorksThrough(city, slug);
    }

    [Theory]
    [InlineData("sqlite", true)]
    [InlineData("postgres", false)]
    public async Task The_same_is_made_and_put_forward_by_keyboard_alone_and_without_scripts(string database, bool keyboard)
    {
        var clerk = await Officer(database, "clerk", keyboard ? Habits.KeyboardOnly with { Axe = false } : Habits.WithoutScripts);
        await clerk.OpensTheStudioAsync();
        await clerk.BuildsPrivateUseAsync();
        await clerk.TriesAndProposesAsync();
    }

    private static async Task LeavesByTheExit(Person neighbour, string slug)
    {
        await neighbour.GoAsync($"/procedures/{slug}");
        await neighbour.PressAsync(neighbour.Page.Locator($"main a[href='/apply/begin/{slug}']").First);
        await neighbour.PressAsync(neighbour.Page.Locator("main button[name=account][value=taro]"));
        await neighbour.PressAsync(neighbour.Page.Locator("main form button[type=submit]").First);
        await neighbour.FillAsync((await neighbour.Page.Locator("main input[type=radio][value=false]").First.GetAttributeAsync("name"))!, "false");
        await neighbour.PressAsync(neighbour.Page.Locator("main button[name=act][value=next]:not([aria-hidden])"));
        await neighbour.SeesAsync(PrivateUse.ExitTitle);
        await neighbour.SeesAsync("000-000-1101");
    }

    private async Task WorksThrough(DemoCity city, string slug)
    {
        var parent = await SomeoneAt(city);
        var number = await parent.AppliesAsync(slug, "hanako", await Answers.OfExampleAsync(city, slug));
        await parent.SeesAsync("受け付けました");

        var clerk = await OfficerAt(city, "clerk");
        await clerk.OpensAsync(number, number);
        await clerk.PressAsync("担当になって審査を始める");
        await clerk.PressAsync("起案する");
        await clerk.FillAsync("disposition", "grant");
        await clerk.PressAsync("次へ");
        await clerk.FillAsync("reason", "条例第5条の基準に適合する。");
        await clerk.PressAsync("起案して決裁に回す");
        foreach (var (account, words) in new[] { ("chief", "承認する"), ("koho-manager", "合議に同意する"), ("manager", "決裁する") }) await (await OfficerAt(city, account)).ApprovesAsync(number, words);

        await parent.GoAsync($"/my/applications/{number}");
        await parent.WaitsForAsync("通知書（PDF）を開く");
        var notice = await Pdf.TextAsync(await parent.FetchAsync(parent.Page.Locator("main a[href*='/my/notices/']").First));
        Assert.Contains("親子ひろば使用許可書", notice, StringComparison.Ordinal);
        Assert.Contains(PrivateUse.Sentence, notice.ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    /// <summary>The guide tells officers how much work this was; it must be what was counted here.</summary>
    private static void GuideSays((int Presses, int Fields, int Characters) effort)
    {
        var guide = File.ReadAllText(Repository.File("docs", "municipality-guide.md"));
        var said = EffortInWords().Match(guide);
        var minutes = (effort.Characters / (double)CharactersAMinute) + (effort.Presses * SecondsAPage / 60.0);
        Assert.True(said.Success && Said(1) >= effort.Presses && Said(2) >= effort.Fields && Said(3) >= effort.Characters && Said(4) >= minutes, $"The guide says 「{said.Value}」, counted were {effort} and {minutes:0} minutes");
        Assert.True(minutes <= 30, $"{minutes:0} minutes are more than half an hour");

        int Said(int group) => int.Parse(said.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("押すのが([0-9]+)回、書き込むところが([0-9]+)か所、書く字が([0-9]+)字で、およそ([0-9]+)分")]
    private static partial Regex EffortInWords();
}
