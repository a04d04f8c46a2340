using System.Text.Json.Nodes;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio.Editing;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Madoguchi.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests;

/// <summary>What an officer enters at the decision, what is calculated, and how an answer must be written: all with lists and words.</summary>
public sealed class EndingTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task Result_fields_are_added_filled_from_answers_or_by_hand_and_taken_away(string database)
    {
        var city = await cities.On(database);
        using var clerk = await ApplicationAsync(city, "結果のある申請", "ケツカノアルシンセイ", $"kekka-{database}");
        var home = clerk.Home();
        var amount = (await clerk.AskAsync("申請する額", "yen", home)).Question();
        await clerk.GoAsync(home);
        await clerk.PressAsync("結果の項目を足す（許可）");
        await clerk.PressAsync("足して、くわしく書く");
        Assert.Equal(400, clerk.Status);
        await clerk.Fill(("Label", "認める額"), ("Type", "yen"), ("From", "$" + amount)).PressAsync("足して、くわしく書く");
        Assert.Equal("結果の項目「認める額」", clerk.Heading);
        Assert.Contains("入るもの： 「申請する額」", clerk.Words);
        await clerk.Fill(("label.en", "Amount granted"), ("label.ja-easy", "もらえるお{金|かね}")).PressAsync("保存する");
        Assert.Contains("保存しました", clerk.Words);

        await clerk.GoAsync($"{home}/add-result/grant");
        await clerk.Fill(("Label", "支払う日"), ("Type", "date")).PressAsync("足して、くわしく書く");
        await clerk.GoAsync($"{home}/edit/disposition/grant");
        var sample = clerk.Page.QuerySelectorAll("input").Single(i => i.GetAttribute("name")?.StartsWith("example.", StringComparison.Ordinal) == true).GetAttribute("name")!;
        Assert.Equal("今日", clerk.ValueOf(sample));
        await clerk.Fill((sample, "10日後"), ("label.ja", "交付")).PressAsync("保存する");
        Assert.Contains("保存しました", clerk.Words);
        var grant = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!["dispositions"]!["grant"]!;
        Assert.Equal(("交付", "$" + amount), (grant["label"]!["ja"]!.ToString(), grant["result"]![0]!["value"]!.ToString()));
        Assert.Equal("@+10d", grant["example"]![grant["result"]![1]!["id"]!.ToString()]!.ToString());

        await clerk.GoAsync(home);
        await clerk.PressAsync("上へ（支払う日）");
        await clerk.PressAsync("消す（支払う日）");
        grant = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!["dispositions"]!["grant"]!;
        Assert.Equal("認める額", Assert.Single(grant["result"]!.AsArray())!["label"]!["ja"]!.ToString());
        Assert.Empty(grant["example"]!.AsObject());
    }

    [Fact]
    public async Task A_calculation_is_built_step_by_step_from_lists()
    {
        var city = await cities.On("sqlite");
        using var clerk = await ApplicationAsync(city, "計算のある申請", "ケイサンノアルシンセイ", "keisan");
        var home = clerk.Home();
        var copies = (await clerk.AskAsync("通数", "number", home)).Question();
        var post = (await clerk.AskAsync("郵送を希望しますか", "yesNo", home)).Question();
        await clerk.GoAsync(home);
        await clerk.PressAsync("計算を足す");
        var key = clerk.Question();
        await clerk.Fill(("label.ja", "手数料の合計"), ("format", "yen"), ("show", "true")).PressAsync("保存する");
        await clerk.GoAsync($"{home}/formula/computed/{key}");
        await clerk.Fill("as", "add").PressAsync("この形にする");
        await clerk.Fill(("o0.what", "$" + copies), ("o1.what", "number"), ("o1.value", "１２０")).PressAsync("保存する");
        Assert.Contains("「通数」と120の合計", clerk.Words);

        // A part becomes a calculation of its own: 通数 → 通数 × 300.
        await clerk.PressAsync("この部分を計算に変える（1つ目）");
        await clerk.Fill("as", "multiply").PressAsync("この形にする");
        await clerk.Fill(("o1.what", "number"), ("o1.value", "300")).PressAsync("保存する");
        await clerk.GoAsync($"{home}/formula/computed/{key}?at=1");
        await clerk.Fill("as", "if").PressAsync("この形にする");
        await clerk.Fill(("o0.what", "$" + post), ("o1.what", "number"), ("o1.value", "120"), ("o2.what", "number"), ("o2.value", "0")).PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        Assert.Equal($$$"""{"add":[{"multiply":["${{{copies}}}",300]},{"if":["${{{post}}}",120,0]}]}""", Value(await city.DraftAsync(clerk.Id()), key));

        // What does not fit is refused beside its field, and nothing is lost.
        await clerk.GoAsync($"{home}/formula/computed/{key}?at=0");
        await clerk.Fill("o0.what", "$" + post).PressAsync("保存する");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("種類が合いません。はい・いいえではなく、数を選んでください。", clerk.Words);
        Assert.Equal("$" + post, clerk.ValueOf("o0.what"));
        await clerk.Fill(("o0.what", "number"), ("o0.value", "たくさん")).PressAsync("保存する");
        Assert.Contains("数字で入力してください。", clerk.Words);
        foreach (var strange in (string[])["?at=9", "?at=0.9", "?at=where", "?at=0.0.0.0", "?at=-1"])
        {
            await clerk.GoAsync($"{home}/formula/computed/{key}{strange}");
            Assert.Equal(404, clerk.Status);
        }

        await clerk.GoAsync(home);
        Assert.Contains("「通数」に300を掛けた数", clerk.Words);
        using var stranger = await city.OfficerAsync("kaigo-clerk");
        await stranger.GoAsync($"{home}/formula/computed/{key}");
        Assert.Equal(404, stranger.Status);
    }

    [Fact]
    public async Task Items_of_a_group_are_added_up_with_a_condition()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("くり返しのアンケート", "クリカエシノアンケート");
        var home = clerk.Home();
        var group = (await clerk.AskAsync("子ども", "group", home)).Question();
        await clerk.GoAsync($"{home}/add/page1?group={group}");
        Assert.Empty(clerk.Page.QuerySelectorAll("input[name=Type][value=table], input[name=Type][value=group]"));
        await clerk.Fill(("Label", "年齢"), ("Type", "number")).PressAsync("足して、くわしく書く");
        var age = clerk.Question().Split('.')[1];
        await clerk.GoAsync(home);
        await clerk.PressAsync("計算を足す");
        var key = clerk.Question();
        await clerk.GoAsync($"{home}/formula/computed/{key}?as=sum");
        await clerk.Fill(("group", group), ("o0.what", "number"), ("o0.value", "1")).PressAsync("保存する");
        await clerk.Fill("o0.what", "$" + age).PressAsync("保存する");
        await clerk.PressAsync("しぼる条件を直す");
        await clerk.Fill("as", "gte").PressAsync("この形にする");
        await clerk.Fill(("o0.what", "$" + age), ("o1.what", "number"), ("o1.value", "3")).PressAsync("保存する");
        Assert.Equal($$$"""{"sum":"{{{group}}}","of":"${{{age}}}","where":{"gte":["${{{age}}}",3]}}""", Value(await city.DraftAsync(clerk.Id()), key));
        await clerk.PressAsync("この計算を外す");
        Assert.Equal($$"""{"sum":"{{group}}","of":"${{age}}"}""", Value(await city.DraftAsync(clerk.Id()), key));
    }

    [Fact]
    public async Task A_question_gets_a_rule_with_its_sentence_and_when_it_is_told()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("決まりのアンケート", "キマリノアンケート");
        var home = clerk.Home();
        var birth = (await clerk.AskAsync("生まれた日", "date", home)).Question();
        await clerk.Fill(("checks[0].message.ja", "18歳になってから申し込んでください。"), ("max", "今日"), ("min", "130年前")).PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        Assert.Equal(("今日", "今日の130年前"), (clerk.ValueOf("max"), clerk.ValueOf("min")));
        await clerk.PressAsync("計算を直す（設問「生まれた日」の誤りの決まり1）");
        await clerk.Fill("as", "gt").PressAsync("この形にする");
        await clerk.Fill(("o0.what", "$" + birth), ("o1.what", "date"), ("o1.value", "18年前")).PressAsync("保存する");
        var question = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!["form"]!["pages"]![0]!["questions"]![0]!;
        Assert.Equal($$$"""[{"when":{"gt":["${{{birth}}}","@-18y"]},"message":{"ja":"18歳になってから申し込んでください。"}}]""", Plain(question["checks"]!));
        Assert.Equal(("@today", "@-130y"), (question["max"]!.ToString(), question["min"]!.ToString()));
        await clerk.GoAsync($"{home}/edit/question/{birth}");
        Assert.Contains("今日の18年前", clerk.Words.Replace("提出する日", "今日", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_table_has_rows_and_columns_of_its_own(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.WithSurveyAsync("表のアンケート" + database, database == "sqlite" ? "ヒョウノアンケート" : "ヒョウノアンケートニ");
        var home = clerk.Home();
        var table = (await clerk.AskAsync("収入と支出", "table", home)).Question();
        await clerk.Fill(("rows[0].item.ja", "収入"), ("rows[1].item.ja", "支出"), ("rows[2].item.ja", "差引き")).PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        await clerk.GoAsync($"{home}/add/page1?group={table}");
        Assert.Empty(clerk.Page.QuerySelectorAll("input[name=Type][value=file], input[name=Type][value=name]"));
        await clerk.Fill(("Label", "額"), ("Type", "yen")).PressAsync("足して、くわしく書く");
        var kept = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!;
        var question = kept["form"]!["pages"]![0]!["questions"]![0]!;
        Assert.Equal(["収入", "支出", "差引き"], question["rows"]!.AsArray().Select(r => r!["ja"]!.ToString()));
        Assert.Equal(["text", "yen"], question["columns"]!.AsArray().Select(c => c!["type"]!.ToString()));
        Assert.Equal(3, kept["example"]![table]!.AsArray().Count);
        Assert.All(kept["example"]![table]!.AsArray(), row => Assert.Equal(2, row!.AsObject().Count));
        Assert.True(city.Get<IDefinitions>().Read(kept.ToJsonString()).Edition!.Form.Validate(System.Text.Json.JsonSerializer.SerializeToElement(city.Get<IDefinitions>().Read(kept.ToJsonString()).Edition!.Form.Example(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)))), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9))).Valid);
        await clerk.GoAsync($"{home}/edit/question/{table}");
        await clerk.Fill("rows[2].drop", "true").PressAsync("保存する");
        Assert.Equal(2, JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!["example"]![table]!.AsArray().Count);
    }

    [Fact]
    public async Task Phases_city_values_the_order_of_an_export_letters_and_endings_have_their_pages()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("dx");
        var slug = city.Get<IDefinitions>().Library.First(l => JsonNode.Parse(l.Value.Definition)!["values"] is JsonObject { Count: > 0 } && l.Value.Nature == Nature.Application).Key;
        await clerk.GoAsync($"/staff/studio/new?start=library&source={slug}");
        await clerk.Fill(("Title", "市の値のある申請"), ("Kana", "シノアタイノアルシンセイ"), ("Slug", "shi-no-atai")).PressAsync("つくり始める");
        var home = clerk.Home();
        await clerk.GoAsync(home + "/edit/facts/values");
        var value = clerk.Page.QuerySelectorAll("main input.dads-input").First(i => i.GetAttribute("name")!.StartsWith("values.", StringComparison.Ordinal)).GetAttribute("name")!;
        await clerk.Fill(value, "777").PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        await clerk.GoAsync(home + "/edit/facts/phases");
        var count = int.Parse(clerk.ValueOf("phases.count")!, System.Globalization.CultureInfo.InvariantCulture) - FieldValues.NewRows;
        await clerk.Fill($"phases[{count}].label.ja", "現地を調べています").PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        await clerk.GoAsync(home + "/edit/facts/export");
        var last = clerk.Page.QuerySelectorAll("select[name='exportLayout[0].item'] option").Last().GetAttribute("value")!;
        await clerk.Fill("exportLayout[0].item", last).PressAsync("保存する");
        Assert.Equal(200, clerk.Status);
        await clerk.GoAsync(home);
        await clerk.PressAsync("通知を足す");
        Assert.Equal("通知「あたらしい通知」", clerk.Heading);
        await clerk.GoAsync(home);
        var kept = JsonNode.Parse((await city.DraftAsync(clerk.Id())).Definition)!;
        Assert.Equal("777", kept["values"]![value["values.".Length..]]!.ToString());
        Assert.Equal("現地を調べています", kept["phases"]!.AsArray()[^1]!["label"]!["ja"]!.ToString());
        Assert.Equal(last, kept["exportLayout"]![0]!.ToString());
        // The letter of a decision cannot go before the decision lets it go.
        var grant = Definition.Parse(kept.ToJsonString()).Ending("grant")!["notice"]!.ToString();
        await clerk.PressAsync(clerk.Page.QuerySelector($"button[value='delete:notice:{grant}']")!);
        Assert.Equal(400, clerk.Status);
        Assert.Contains("使われている通知です", clerk.Words);
    }

    private static async Task<Visitor> ApplicationAsync(DemoCity city, string title, string kana, string slug)
    {
        var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/new?start=empty");
        await clerk.Fill(("Nature", "application"), ("Title", title), ("Kana", kana), ("Slug", slug)).PressAsync("つくり始める");
        Assert.Equal(title, clerk.Heading);
        return clerk;
    }

    private static string Value(Madoguchi.Studio.Domain.Draft draft, string key) => Plain(Definition.Parse(draft.Definition).Computed(key)!.Value.Item["value"]!);

    private static string Plain(JsonNode node) => node.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
