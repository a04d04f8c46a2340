using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace Studio.Tests.Seeing;

/// <summary>What an applicant reads after an outcome is written in the studio, and read on their page.</summary>
public sealed class AfterTests(Cities cities) : IClassFixture<Cities>
{
    [Fact]
    public async Task Words_and_steps_are_written_seen_and_taken_away_again()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("お礼のアンケート", "オレイノアンケート");
        var home = clerk.Home();
        await clerk.GoAsync(home + "/edit/facts/after");
        Assert.Null(clerk.Page.QuerySelector("[name='afterwards.grant.text.ja']"));
        await clerk.Fill(
            ("afterwards.arrived.text.ja", "ご回答ありがとうございました。"), ("afterwards.arrived.text.en", "Thank you for your answers."),
            ("afterwards.completed.steps[0].text.ja", "結果のページを見る"), ("afterwards.completed.steps[0].url", "https://example.jp/")).PressAsync("保存する");
        Assert.Contains("保存しました", clerk.Words);
        await clerk.GoAsync(home + "/look/facts/after");
        Assert.Contains("ご回答ありがとうございました。", clerk.Words);
        Assert.Equal("https://example.jp/", clerk.Page.QuerySelector("#look ol a")!.GetAttribute("href"));
        await clerk.PressAsync("English");
        Assert.Contains("Thank you for your answers.", clerk.Words);

        await clerk.GoAsync(home + "/edit/facts/after");
        await clerk.Fill(("afterwards.arrived.text.ja", ""), ("afterwards.arrived.text.en", "")).PressAsync("保存する");
        var kept = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!["afterwards"]!;
        Assert.Null(kept["arrived"]);
        Assert.NotNull(kept["completed"]);
    }

    [Fact]
    public async Task The_applicant_reads_the_words_on_the_receipt_and_at_the_end()
    {
        var city = await cities.On("sqlite");
        await city.PublishAsync("shisei-anketo", "koho-manager", d => d["afterwards"] = JsonNode.Parse("""
            {"arrived": {"text": {"ja": "回答をありがとうございました。", "en": "Thank you.", "ja-easy": "ありがとう"}, "steps": [{"text": {"ja": "結果の発表を待つ", "en": "Wait for the results.", "ja-easy": "まつ"}, "url": "/procedures/shisei-anketo"}]},
             "completed": {"text": {"ja": "集計が終わりました。", "en": "We have counted.", "ja-easy": "おわり"}}}
            """));
        var (_, procedure) = await city.Get(null, "/api/v1/procedures/shisei-anketo");
        var (status, made) = await city.Post("hanako", "/api/v1/procedures/shisei-anketo/applications", new { answers = procedure.GetProperty("example") });
        Assert.True(status == 201, made.ToString());
        var number = made.GetProperty("intakeNumber").GetString()!;
        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        await hanako.GoAsync($"/my/applications/{number}?submitted=true");
        Assert.Contains("回答をありがとうございました。", hanako.Words);
        Assert.Equal("/procedures/shisei-anketo", hanako.Page.QuerySelectorAll("main ol a").Single(a => a.TextContent == "結果の発表を待つ").GetAttribute("href"));
        Assert.DoesNotContain("集計が終わりました", hanako.Words);
        await hanako.GoAsync($"/en/my/applications/{number}?submitted=true");
        Assert.Contains("Wait for the results.", hanako.Words);

        (status, made) = await city.Post("koho-clerk", $"/api/v1/applications/{number}/accept", new { });
        Assert.True(status == 200, made.ToString());
        (status, made) = await city.Post("koho-clerk", $"/api/v1/applications/{number}/complete", new { result = new { } });
        Assert.True(status == 200, made.ToString());
        await hanako.GoAsync($"/my/applications/{number}");
        Assert.Contains("集計が終わりました。", hanako.Words);
        Assert.DoesNotContain("回答をありがとうございました。", hanako.Words);
    }
}
