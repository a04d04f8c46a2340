using Madoguchi.Testing;

namespace Studio.Tests;

/// <summary>What is seen is what comes: the resident's own parts, in each language.</summary>
public sealed class PreviewTests(Cities cities) : IClassFixture<Cities>
{
    [Fact]
    public async Task A_draft_is_seen_as_residents_will_see_it_in_three_languages_and_two_widths()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（市政アンケート）");
        var home = clerk.Home();
        await clerk.PressAsync("見る");
        Assert.Equal("あなたについて", clerk.Heading);
        Assert.NotNull(clerk.Page.QuerySelector(".studio-screen--phone select[name=ageGroup]"));
        await clerk.PressAsync("English");
        Assert.Equal("About you", clerk.Heading);
        Assert.Equal("en", clerk.Page.QuerySelector(".studio-screen")!.GetAttribute("lang"));
        Assert.Contains("20–29", clerk.Words);
        await clerk.PressAsync("パソコンの幅で見る");
        Assert.NotNull(clerk.Page.QuerySelector(".studio-screen--desktop"));
        await clerk.PressAsync("やさしい日本語");
        Assert.NotNull(clerk.Page.QuerySelector(".studio-screen ruby"));

        await clerk.GoAsync(home + "/preview/check");
        Assert.Contains("見本の答えは、今日そのまま送れます。", clerk.Words);
        foreach (var path in (string[])["/preview/nowhere", "/letters/7.pdf"])
        {
            await clerk.GoAsync(home + path);
            Assert.Equal(404, clerk.Status);
        }
    }

    [Fact]
    public async Task What_is_hidden_by_the_sample_is_named_below()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("かくれるアンケート", "カクレルアンケート");
        var home = clerk.Home();
        var came = (await clerk.AskAsync("来ましたか", "yesNo", home)).Question();
        var why = (await clerk.AskAsync("来なかったわけ", "longText", home)).Question();
        await clerk.GoAsync($"{home}/condition/question/{why}");
        await clerk.Fill("c0.question", came).PressAsync("保存する");
        await clerk.Fill("c0.value", "false").PressAsync("保存する");
        await clerk.GoAsync(home + "/preview");
        Assert.Null(clerk.Page.QuerySelector($"[name={why}]"));
        Assert.Contains("来なかったわけ", clerk.Page.QuerySelector("#hidden")!.ParentElement!.TextContent);
    }

    [Fact]
    public async Task The_form_and_its_letters_are_printed_from_the_draft()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（後援等の名義使用の承認申請）");
        var home = clerk.Home();
        var (type, content) = await clerk.OpenFileAsync(home + "/paper.pdf");
        Assert.Equal(("application/pdf", "%PDF"), (type, System.Text.Encoding.ASCII.GetString(content[..4])));
        await clerk.GoAsync(home + "/preview/check");
        Assert.Contains("後援等名義使用承認通知書", clerk.Words);
        (type, content) = await clerk.OpenFileAsync(home + "/letters/0.pdf");
        Assert.Equal(("application/pdf", "%PDF"), (type, System.Text.Encoding.ASCII.GetString(content[..4])));
    }
}
