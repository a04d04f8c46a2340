using System.Text.Json.Nodes;
using Madoguchi.Studio.Checking;
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
    public async Task Findings_name_what_stands_on_the_screen_never_a_key_of_the_file()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/new?start=empty");
        await clerk.Fill(("Nature", "application"), ("Title", "点検の申請"), ("Kana", "テンケンノシンセイ")).PressAsync("つくり始める");
        var home = clerk.Home();
        await clerk.AskAsync("計画書", "file", home);
        await clerk.GoAsync(home);
        var findings = clerk.Page.QuerySelectorAll(".studio-findings li").Select(l => l.TextContent).ToList();
        Assert.Contains(findings, f => f.Contains("期間と受付", StringComparison.Ordinal) && f.Contains("補正にかかる日数を含まないことを「日数に含めないもの」に書いてください。", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("撮り方を「説明」に書いてください。", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("住民が読む文に英語かやさしい日本語がありません。", StringComparison.Ordinal));
        Assert.All(findings, f => Assert.DoesNotMatch("[a-z]{2,}", f));
    }

    [Theory]
    [InlineData("申請の期間は目標(target)ではなく、標準処理期間(standard)か法定期間(statutory)です。", "申請の期間は目標ではなく、標準処理期間か法定期間です。")]
    [InlineData("手数料(handlingFee)、使用料(usageFee)、占用料(occupancyFee)、実費(actualCost)のどれかを書いてください。", "手数料、使用料、占用料、実費のどれかを書いてください。")]
    [InlineData("市はこの答えを知っています。\"prefill\": \"person.name\" を付けてください。", "市はこの答えを知っています。「市が知っていることを入れておく」を選んでください。")]
    [InlineData("選択肢が10を超えています。display を select にしてください。", "選択肢が10を超えています。「見せ方」を「一覧から選ぶ」にしてください。")]
    [InlineData("標準処理期間がありません(行政手続法6条)。日数を書いてください。", "標準処理期間がありません(行政手続法6条)。日数を書いてください。")]
    public void A_rule_for_files_is_said_in_words_of_the_screen(string rule, string said) => Assert.Equal(said, PlainWords.Of(rule));

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
