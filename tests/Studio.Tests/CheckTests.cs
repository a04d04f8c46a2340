using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace Studio.Tests;

/// <summary>The rules of publication stand beside the thing they speak of.</summary>
public sealed class CheckTests(Cities cities) : IClassFixture<Cities>
{
    [Fact]
    public async Task A_finding_leads_to_its_form_and_what_is_plain_is_mended_with_one_press()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("点検のアンケート", "テンケンノアンケート");
        var home = clerk.Home();
        var flower = (await clerk.AskAsync("好きな花（必須）：", "text", home)).Question();
        await clerk.GoAsync(home);
        var finding = clerk.Page.QuerySelectorAll(".studio-findings li").First(l => l.TextContent.Contains("「必須」は画面が示します", StringComparison.Ordinal));
        Assert.Equal($"{home}/edit/question/{flower}", finding.QuerySelector("a")!.GetAttribute("href"));
        await clerk.PressAsync(finding.QuerySelector("button")!);
        Assert.Contains("直しました", clerk.Words);
        var question = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!["form"]!["pages"]![0]!["questions"]![0]!;
        Assert.Equal("好きな花", question["label"]!["ja"]!.ToString());
        Assert.DoesNotContain("「必須」は画面が示します", clerk.Words);

        await clerk.GoAsync($"{home}/edit/question/{flower}");
        await clerk.Fill("minLength", "5").PressAsync("保存する");
        await clerk.GoAsync(home);
        var sample = clerk.Page.QuerySelectorAll(".studio-findings li").First(l => l.TextContent.Contains("見本の答え", StringComparison.Ordinal));
        await clerk.PressAsync(sample.QuerySelector("button")!);
        Assert.DoesNotContain("見本の答えが、この定義では受け付けられません", clerk.Words);
    }

    [Fact]
    public async Task Marks_stand_at_the_question_and_at_the_facts()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("しるしのアンケート", "シルシノアンケート");
        var flower = (await clerk.AskAsync("花", "text", clerk.Home())).Question();
        await clerk.GoAsync(clerk.Home());
        Assert.Contains("誤り", clerk.Page.QuerySelector($"#question-{flower} .dads-chip")!.TextContent);
        Assert.Contains("誤り", clerk.Page.QuerySelectorAll(".studio-links li").First(l => l.TextContent.Contains("名前と説明", StringComparison.Ordinal)).TextContent);
    }
}
