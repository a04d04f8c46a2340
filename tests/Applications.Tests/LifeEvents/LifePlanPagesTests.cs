using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;

namespace Applications.Tests.LifeEvents;

/// <summary>From a few questions to the list, and from the list into a form that knows the answers.</summary>
public sealed class LifePlanPagesTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_family_that_moves_gets_its_list_and_starts_a_procedure_with_what_it_has_said(string database)
    {
        var city = await cities.On(database);
        using var hanako = city.Visitor();
        await AsksAsync(hanako);
        Assert.Contains("質問が増えました", hanako.Words);
        await hanako.Fill("civil", "false").PressAsync("することの一覧を見る");

        Assert.StartsWith("/life-events/hikkoshi/", hanako.Path);
        Assert.Contains("児童手当", hanako.Words);
        Assert.Contains("期限", hanako.Words);
        var list = hanako.Path;

        await hanako.SignInAsync("hanako");
        await hanako.GoAsync(list);
        await hanako.GoAsync(hanako.Page.QuerySelector("a[href^='/apply/begin/jido-teate-nintei']")!.GetAttribute("href")!);
        Assert.Contains("一覧の質問で答えたこと", hanako.Words);
        await hanako.PressAsync("はじめる");
        var (_, saved) = await city.Get("hanako", $"/api/v1/saved-forms/{hanako.Path.Split('/')[2]}");
        var answers = saved.GetProperty("answers");
        Assert.Equal("moveIn", answers.GetProperty("reason").GetString());
        Assert.False(answers.GetProperty("isCivilServant").GetBoolean());
        Assert.Equal("青葉", answers.GetProperty("applicant").GetProperty("family").GetString());
    }

    [Fact]
    public async Task A_list_can_be_changed_is_nobodys_to_guess_and_belongs_to_its_event()
    {
        var city = await cities.On("sqlite");
        using var somebody = city.Visitor();
        await AsksAsync(somebody);
        await somebody.Fill("civil", "true").PressAsync("することの一覧を見る");
        Assert.DoesNotContain("児童手当の認定請求", somebody.Words);
        var list = somebody.Path;
        await somebody.PressAsync("答えを変える");
        Assert.Equal("true", somebody.ValueOf("civil"));

        Assert.Equal(404, (await somebody.GoAsync(list.Replace("hikkoshi", "okuyami", StringComparison.Ordinal))).Status);
        Assert.Equal(404, (await somebody.GoAsync($"/life-events/hikkoshi/{Guid.NewGuid()}")).Status);
        Assert.Equal(404, (await somebody.GoAsync("/life-events/nothing")).Status);
    }

    [Theory, InlineData(""), InlineData("/en"), InlineData("/ja-easy")]
    public async Task What_is_missing_is_said_beside_the_question_and_nothing_is_lost(string language)
    {
        var city = await cities.On("sqlite");
        using var somebody = city.Visitor();
        await somebody.GoAsync(language + "/life-events/hikkoshi");
        await somebody.Fill("direction", "out").PressAsync(somebody.Page.QuerySelector("main form button")!.TextContent.Trim());
        Assert.Equal(400, somebody.Status);
        Assert.Equal("out", somebody.ValueOf("direction"));
        Assert.NotNull(somebody.Page.QuerySelector("#movedOn-error"));
    }

    private static async Task AsksAsync(Visitor visitor)
    {
        await visitor.GoAsync("/life-events");
        await visitor.PressAsync("引っ越すとき");
        var day = DateTime.UtcNow.AddDays(-3);
        await visitor.Fill(("direction", "in"), ("movedOn.year", $"{day.Year}"), ("movedOn.month", $"{day.Month}"), ("movedOn.day", $"{day.Day}"), ("card", "true"), ("who", "child"))
            .PressAsync("することの一覧を見る");
    }
}
