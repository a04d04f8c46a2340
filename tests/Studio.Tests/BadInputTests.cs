using System.Globalization;
using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace Studio.Tests;

/// <summary>What the format forbids is said beside the field, and nothing typed is lost.</summary>
public sealed class BadInputTests(Cities cities) : IClassFixture<Cities>
{
    [Theory]
    [InlineData("title.ja", "", "入力してください。")]
    [InlineData("title.ja", "=HYPERLINK(1)", "「=」「+」「@」で始めることはできません。")]
    [InlineData("summary.ja", "<script>alert(1)</script>", "「<」と文字が続く書き方（HTML）は使えません")]
    [InlineData("summary.en", "left\u202Eright", "画面に出せない文字が含まれています")]
    public async Task A_forbidden_text_is_said_beside_its_field_and_stays_there(string field, string typed, string sentence)
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("悪い文のアンケート" + Guid.NewGuid().ToString("N")[..6], "ワルイブン" + Kana());
        await clerk.GoAsync(clerk.Home() + "/edit/facts/name");
        var before = (await city.DraftAsync(clerk.Id())).Definition;
        await clerk.Fill(field, typed).PressAsync("保存する");
        Assert.Equal(400, clerk.Status);
        Assert.Contains(sentence, clerk.Page.GetElementById(clerk.Page.QuerySelector($"[name='{field}']")!.Id + "-error")!.TextContent);
        Assert.Equal(typed, clerk.ValueOf(field));
        Assert.Equal(before, (await city.DraftAsync(clerk.Id())).Definition);
    }

    [Fact]
    public async Task Numbers_and_rows_are_judged_where_they_stand()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("数のアンケート", "カズノアンケート");
        var home = clerk.Home();
        await clerk.AskAsync("好きな色", "choice", home);
        await clerk.Fill(("options[0].label.ja", ""), ("options[1].drop", "true"), ("options[2].label.ja", "青")).PressAsync("保存する");
        Assert.Equal(400, clerk.Status);
        Assert.NotNull(clerk.Page.GetElementById(clerk.Page.QuerySelector("[name='options[0].label.ja']")!.Id + "-error"));
        Assert.Equal("青", clerk.ValueOf("options[2].label.ja"));
        await clerk.Fill("options[0].label.ja", "赤").PressAsync("保存する");
        var options = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!["form"]!["pages"]![0]!["questions"]![0]!["options"]!;
        var codes = options.AsArray().Select(o => o!["code"]!.ToString()).ToList();
        Assert.Equal("o1", codes[0]);
        // The code of an option that is gone is never another one's: answers of old speak of it.
        Assert.DoesNotContain("o2", codes);
        Assert.Equal(2, codes.Count);

        await clerk.GoAsync(home + "/edit/facts/period");
        await clerk.Fill(("period.days", "たくさん"), ("opens", "来月")).PressAsync("保存する");
        Assert.Contains("0から1000000までの整数で入力してください。", clerk.Words);
        Assert.Contains("日時を 2026-04-01T09:00 の形で入力してください。", clerk.Words);
        Assert.Equal(("たくさん", "来月"), (clerk.ValueOf("period.days"), clerk.ValueOf("opens")));
        await clerk.Fill(("period.days", "１０"), ("opens", "2026-04-01T09:00")).PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        Assert.Equal("10", clerk.ValueOf("period.days"));
    }

    [Fact]
    public async Task What_others_depend_on_is_not_deleted_and_the_sentence_says_who_does()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("つながりのアンケート", "ツナガリノアンケート");
        var home = clerk.Home();
        var has = (await clerk.AskAsync("配偶者はいますか", "yesNo", home)).Question();
        var name = (await clerk.AskAsync("配偶者の名前", "text", home)).Question();
        await clerk.GoAsync($"{home}/condition/question/{name}");
        await clerk.Fill("c0.question", has).PressAsync("保存する");
        await clerk.Fill("c0.value", "true").PressAsync("保存する");
        await clerk.PressAsync("消す（配偶者はいますか）");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("「配偶者はいますか」は、設問「配偶者の名前」で使われています。先にそちらを直してください。", clerk.Words);
    }

    [Fact]
    public async Task Forged_ids_and_acts_find_nothing_and_change_nothing()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("にせのアンケート", "ニセノアンケート");
        var home = clerk.Home();
        foreach (var path in (string[])["/staff/studio/00000000-0000-0000-0000-000000000000", home + "/edit/question/nobody", home + "/edit/facts/constructor", home + "/edit/mail/$where", home + "/condition/exit/x", home + "/add/nowhere", home + "/edit/page/..%2f"])
        {
            await clerk.GoAsync(path);
            Assert.Equal(404, clerk.Status);
        }

        await clerk.GoAsync(home);
        var before = (await city.DraftAsync(clerk.Id())).Version;
        foreach (var act in (string[])["delete:question:nobody", "up:page:x", "mend:99", "add:mail:evil", "wipe", "delete:page:page1"])
        {
            clerk.Page.QuerySelector("button[name=act]")!.SetAttribute("value", act);
            await clerk.PressAsync(clerk.Page.QuerySelector("button[name=act]")!);
            Assert.Equal(400, clerk.Status);
        }

        Assert.Equal(before, (await city.DraftAsync(clerk.Id())).Version);
    }

    [Fact]
    public async Task A_thousand_questions_can_be_opened_and_changed()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("長いアンケート", "ナガイアンケート");
        var id = clerk.Id();
        await Many.PutAsync(city, id, 1000);
        await clerk.GoAsync(clerk.Home());
        Assert.Equal(1000, clerk.Page.QuerySelectorAll(".studio-questions > li").Length);
        await clerk.GoAsync(clerk.Home() + "/edit/question/n999");
        await clerk.Fill("label.ja", "最後の質問").PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
    }

    private static string Kana() => string.Concat(Guid.NewGuid().ToByteArray().Take(6).Select(b => (char)('ア' + 2 * (b % 5)))) + string.Concat(DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture).TakeLast(6).Select(d => "アイウエオカキクケコ"[d - '0']));
}
