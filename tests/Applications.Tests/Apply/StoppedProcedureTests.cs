using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Applications.Tests.Apply;

/// <summary>受付の停止: every page says so calmly, with the telephone, and offers nothing that would be refused.</summary>
public sealed class StoppedProcedureTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const string Slug = "jido-teate-nintei";
    private const string Told = "いま、この手続の受付を止めています";
    private const string Cause = "様式を直しています。";

    [Fact]
    public async Task Begin_answers_check_my_page_and_life_event_list_say_it_and_offer_no_button()
    {
        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        var example = (await city.Get("hanako", $"/api/v1/procedures/{Slug}")).Body.GetProperty("example");
        var form = (await city.Post("hanako", $"/api/v1/procedures/{Slug}/saved-forms", new { answers = example })).Body.GetProperty("id").GetString();
        var plan = await PlanAsync(hanako);
        await StopAsync(true);

        foreach (var path in (string[])[$"/apply/begin/{Slug}", $"/apply/{form}/check", plan])
        {
            await hanako.GoAsync(path);
            Assert.Equal(200, hanako.Status);
            Assert.Contains(Told, hanako.Words);
            Assert.Contains(Cause, hanako.Words);
            Assert.Contains(hanako.Page.QuerySelectorAll(".dads-banner a"), a => a.GetAttribute("href")!.StartsWith("tel:", StringComparison.Ordinal));
            Assert.Empty(hanako.Page.QuerySelectorAll($"main a[href*='/apply/begin/{Slug}']"));
            Assert.Empty(hanako.Page.QuerySelectorAll("main form button"));
        }

        await hanako.GoAsync($"/apply/{form}/check");
        Assert.Contains("入力した内容は残ります", hanako.Words);
        await hanako.GoAsync($"/apply/{form}/{hanako.Page.QuerySelector("a[href*='/apply/']")!.GetAttribute("href")!.Split('/', '?', '#')[3]}");
        Assert.Contains(Told, hanako.Words);
        await hanako.GoAsync("/my");
        Assert.Contains("いまは受け付けていません", hanako.Page.QuerySelector("#forms")!.TextContent);
        foreach (var language in (string[])["/en", "/ja-easy"])
        {
            await hanako.GoAsync($"{language}/apply/begin/{Slug}");
            var told = hanako.Page.QuerySelectorAll(".dads-banner p")[0];
            // English was not given: the Japanese words stand there and say that they are Japanese.
            if (language == "/en") Assert.Equal((Cause, "ja"), (told.TextContent, told.GetAttribute("lang")));
            else Assert.Equal(("様式", null), (told.QuerySelector("ruby")!.ChildNodes[0].TextContent, told.GetAttribute("lang")));
            Assert.DoesNotContain("procedure.stopped", hanako.Words);
        }

        await StopAsync(false);
        await hanako.GoAsync($"/apply/{form}/check");
        Assert.DoesNotContain(Told, hanako.Words);
        Assert.Contains(hanako.Page.QuerySelectorAll("main form#check button"), b => b.TextContent.Trim().Length > 0);
    }

    private static async Task<string> PlanAsync(Madoguchi.Testing.Browsing.Visitor visitor)
    {
        await visitor.GoAsync("/life-events/hikkoshi");
        await AskAsync(visitor);
        Assert.NotNull(visitor.Page.QuerySelector($"a[href^='/apply/begin/{Slug}']"));
        return visitor.Path;
    }

    private static async Task AskAsync(Madoguchi.Testing.Browsing.Visitor visitor)
    {
        var day = DateTime.UtcNow.AddDays(-3);
        await visitor.Fill(("direction", "in"), ("movedOn.year", $"{day.Year}"), ("movedOn.month", $"{day.Month}"), ("movedOn.day", $"{day.Day}"), ("card", "true"), ("who", "child"))
            .PressAsync("することの一覧を見る");
        await visitor.Fill("civil", "false").PressAsync("することの一覧を見る");
    }

    private Task StopAsync(bool stop) => city.Get<IServiceScopeFactory>().RunAsync(services =>
        stop ? services.GetRequiredService<IPublication>().StopAsync(Slug, "manager", new StopReason(Cause, null, "{様式|ようしき}を なおして います。")) : services.GetRequiredService<IPublication>().ResumeAsync(Slug));
}
