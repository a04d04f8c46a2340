using Madoguchi.Testing;

namespace Studio.Tests.Seeing;

/// <summary>A draft is tried with answers drawn at random; the number repeats them.</summary>
public sealed class RandomPageTests(Cities cities) : IClassFixture<Cities>
{
    [Fact]
    public async Task A_trial_says_what_no_run_reached_and_its_number_repeats_it()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("くじのアンケート", "クジノアンケート");
        var home = clerk.Home();
        var first = (await clerk.AskAsync("子どもはいますか", "yesNo", home)).Question();
        var second = (await clerk.AskAsync("何人ですか", "number", home)).Question();
        var never = (await clerk.AskAsync("だれにも出ない設問", "text", home)).Question();
        await clerk.ConditionAsync(home, second, first, "true");
        await clerk.ConditionAsync(home, never, second, "-5");

        await clerk.GoAsync(home + "/preview");
        await clerk.PressAsync("ランダムな答えで試す");
        await clerk.PressAsync("新しい答えで試す");
        Assert.Contains("一度も出なかったものがあります", clerk.Words);
        Assert.Equal(["設問「だれにも出ない設問」"], clerk.Page.QuerySelectorAll("#missed ~ ul > li").Select(l => l.FirstChild!.TextContent.Trim()));
        var seed = clerk.ValueOf("seed")!;
        var (path, words) = (clerk.Path, clerk.Words);
        await clerk.GoAsync(home + "/random");
        await clerk.Fill("seed", seed).PressAsync("この番号で試す");
        Assert.Equal((path, words), (clerk.Path, clerk.Words));

        await clerk.GoAsync(clerk.Page.QuerySelector("#runs ~ ol a")!.GetAttribute("href")!);
        Assert.Contains("ランダムな答えです", clerk.Words);
        Assert.Contains("子どもはいますか", clerk.Words);
    }

    [Fact]
    public async Task A_number_that_is_none_is_told_and_a_run_that_is_none_is_not_found()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("番号ちがいのアンケート", "バンゴウチガイノアンケート");
        var home = clerk.Home();
        await clerk.AskAsync("一つ", "text", home);
        foreach (var seed in (string[])["abc", "-1", "1000000", "99999999999999"])
        {
            await clerk.GoAsync($"{home}/random?seed={seed}");
            Assert.Contains("6けたまでの数字", clerk.Words);
            Assert.Null(clerk.Page.QuerySelector("#runs"));
        }

        await clerk.GoAsync($"{home}/random?seed=１２");
        Assert.Equal("12", clerk.ValueOf("seed"));
        foreach (var run in (string[])["random&seed=12&run=9999", "random&seed=x&run=1", "random"])
        {
            await clerk.GoAsync($"{home}/preview/check?answers={run}");
            Assert.Equal(404, clerk.Status);
        }
    }
}
