using Madoguchi.Testing;

namespace Studio.Tests.Seeing;

/// <summary>Beside the form of a thing stands how it looks to residents: as it was saved, and as it is typed.</summary>
public sealed class LookTests(Cities cities) : IClassFixture<Cities>
{
    [Fact]
    public async Task A_question_is_seen_beside_its_form_in_three_languages()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("見えるアンケート", "ミエルアンケート");
        var home = clerk.Home();
        var key = (await clerk.AskAsync("好きな公園", "text", home)).Question();
        var frames = clerk.Page.QuerySelectorAll("aside iframe").Select(f => f.GetAttribute("src")).ToList();
        Assert.Equal([$"{home}/look/question/{key}", $"{home}/look/question/{key}?picture=true"], frames);
        await clerk.Fill("label.en", "Which park?").PressAsync("保存する");
        await clerk.GoAsync(frames[0]!);
        Assert.NotNull(clerk.Page.QuerySelector($"#look input[name={key}]"));
        Assert.Contains("好きな公園", clerk.Words);
        await clerk.PressAsync("English");
        Assert.Contains("Which park?", clerk.Words);
        await clerk.GoAsync(frames[1]!);
        Assert.True(clerk.Page.Body!.HasAttribute("inert"));
    }

    [Fact]
    public async Task What_is_typed_is_seen_and_nothing_is_saved()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("打つアンケート", "ウツアンケート");
        var home = clerk.Home();
        var key = (await clerk.AskAsync("色", "choice", home)).Question();
        var before = await city.DraftAsync(clerk.Id());
        await clerk.Fill(("label.ja", "好きな色"), ("options[0].label.ja", "あかむらさき")).Look().PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        Assert.Contains("好きな色", clerk.Words);
        Assert.Contains("あかむらさき", clerk.Words);
        var after = await city.DraftAsync(before.Id);
        Assert.Equal((before.Version, before.Definition), (after.Version, after.Definition));

        await clerk.GoAsync($"{home}/edit/question/{key}");
        await clerk.Fill("label.ja", "").Look().PressAsync("保存する");
        Assert.Contains("まだ表示できません", clerk.Words);
        await clerk.GoAsync($"{home}/edit/question/{key}");
        await clerk.Fill("label.ja", "<img src=x onerror=alert(1)>").Look().PressAsync("保存する");
        Assert.Null(clerk.Page.QuerySelector("#look img"));
    }

    [Fact]
    public async Task Only_who_may_change_the_draft_looks_and_only_our_own_pages_frame_it()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("枠のアンケート", "ワクノアンケート");
        var home = clerk.Home();
        var key = (await clerk.AskAsync("一つ", "yesNo", home)).Question();
        using var nobody = city.Visitor();
        await nobody.GoAsync($"{home}/look/question/{key}");
        Assert.Null(nobody.Page.QuerySelector("#look"));
        using var other = await city.OfficerAsync("zei-clerk");
        await other.GoAsync($"{home}/look/question/{key}");
        Assert.Contains(other.Status, (int[])[403, 404]);
        foreach (var path in (string[])["/look/question/nobody", "/look/page/nobody", "/look/exit/x", "/look/facts/fee", "/look/constructor/x"])
        {
            await clerk.GoAsync(home + path);
            Assert.Equal(404, clerk.Status);
        }

        Assert.Contains("frame-src 'self'", await PolicyAsync(city, $"{home}/edit/question/{key}"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", await PolicyAsync(city, $"{home}/look/question/{key}"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", await PolicyAsync(city, home), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", await PolicyAsync(city, home), StringComparison.Ordinal);
    }

    private static async Task<string> PolicyAsync(DemoCity city, string path)
    {
        using var officer = await city.OfficerAsync("koho-clerk");
        using var answer = await officer.AnswerAsync(path);
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
