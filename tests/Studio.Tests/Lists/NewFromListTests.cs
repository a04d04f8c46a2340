using System.Text;
using System.Text.Json.Nodes;
using Madoguchi.Studio.Domain;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;

namespace Studio.Tests.Lists;

/// <summary>From a list of items to a draft, with a look at every line before.</summary>
public sealed class NewFromListTests(Cities cities) : IClassFixture<Cities>
{
    private const string List = """
        項目名,種類,必須,選択肢,ページ,説明,例,字数
        氏名,,○,,あなたについて,,,
        メールアドレス,,,,,,,
        希望の回,1つ選ぶ,○,午前、午後,参加について,どちらかを選んでください。,,
        知りたいこと,長い文,,,,,申込みの方法,300
        ひみつ,魔法,,,,,,
        """;

    [Theory, ClassData(typeof(Databases))]
    public async Task Every_line_is_shown_before_the_draft_is_made(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/new");
        await clerk.PressAsync("項目の一覧から始める");
        await clerk.Attach("file", "list.csv", Encoding.UTF8.GetBytes(List), "text/csv").PressAsync("読んで確かめる");
        Assert.Equal(200, clerk.Status);
        Assert.Contains("5行のうち、4行が設問になります。", clerk.Words);
        Assert.Contains("誤りのある行があります（1行）", clerk.Words);
        Assert.Equal(("name", "email", "choice", "longText"), (clerk.ValueOf("kind-2"), clerk.ValueOf("kind-3"), clerk.ValueOf("kind-4"), clerk.ValueOf("kind-5")));

        await clerk.Fill(("Title", "港の講座"), ("Kana", ""), ("kind-5", "text")).PressAsync("4問の下書きを作る");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("読みをカタカナで入力してください。", clerk.Words);
        Assert.Equal(("text", "港の講座"), (clerk.ValueOf("kind-5"), clerk.ValueOf("Title")));
        await clerk.Fill(("Kana", "ミナトノコウザ"), ("Slug", $"minato-koza-{database}"), ("kind-6", "yesNo")).PressAsync("4問の下書きを作る");
        Assert.Equal("港の講座", clerk.Heading);

        var draft = await city.DraftAsync(clerk.Id());
        Assert.Equal((DraftStart.List, "koho"), (draft.StartedFrom, draft.Division));
        var made = JsonNode.Parse(draft.Definition)!;
        var pages = made["form"]!["pages"]!.AsArray();
        Assert.Equal(["あなたについて", "参加について"], pages.Select(p => p!["title"]!["ja"]!.ToString()));
        var (first, second) = (pages[0]!["questions"]!, pages[1]!["questions"]!);
        Assert.Equal(("applicant", "氏名", "person.name", "True"), (first[0]!["id"]!.ToString(), first[0]!["label"]!["ja"]!.ToString(), first[0]!["prefill"]!.ToString(), first[0]!["required"]!.GetValue<bool>().ToString()));
        Assert.False(first[1]!["required"]!.GetValue<bool>());
        Assert.Equal(["午前", "午後"], second[0]!["options"]!.AsArray().Select(o => o!["label"]!["ja"]!.ToString()));
        Assert.Equal("どちらかを選んでください。", second[0]!["help"]!["ja"]!.ToString());
        Assert.Equal(("text", 300, "申込みの方法"), (second[1]!["type"]!.ToString(), second[1]!["maxLength"]!.GetValue<int>(), second[1]!["example"]!["ja"]!.ToString()));
        Assert.Equal("yesNo", second[2]!["type"]!.ToString());
        Assert.Equal(1, await city.AuditedAsync("procedures.draftStarted", draft.Id));
    }

    [Fact]
    public async Task A_list_of_more_than_a_million_characters_is_refused_in_a_sentence_and_not_carried()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/new/list");
        var lines = string.Concat(Enumerable.Range(1, 400).Select(i => $"項目{i},{string.Join(',', Enumerable.Repeat(new string('a', 900), 3))}\n"));
        await clerk.Attach("file", "list.csv", Encoding.UTF8.GetBytes("項目名,備考1,備考2,備考3\n" + lines), "text/csv").PressAsync("読んで確かめる");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("表の文字が多すぎます", clerk.Words);
        Assert.Null(clerk.Page.QuerySelector("input[name=Rows]"));
        // As many Japanese characters as a real list has are no more than that: an escape does not count six times.
        var real = string.Concat(Enumerable.Range(1, 400).Select(i => $"項目{i},{new string('あ', 1000)}\n"));
        await clerk.Attach("file", "list.csv", Encoding.UTF8.GetBytes("項目名,説明\n" + real), "text/csv").PressAsync("読んで確かめる");
        Assert.Contains("400行のうち、400行が設問になります。", clerk.Words);
    }

    [Fact]
    public async Task An_excel_list_makes_a_draft_too()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/new/list");
        await clerk.Attach("file", "list.xlsx", Workbooks.Of(["設問", "必須"], ["住所", "○"], ["ご意見", ""]), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").PressAsync("読んで確かめる");
        await clerk.Fill(("Title", "表のアンケート"), ("Kana", "ヒョウノアンケート")).PressAsync("2問の下書きを作る");
        Assert.Equal("表のアンケート", clerk.Heading);
        Assert.Contains("住所", clerk.Words);
    }

    [Fact]
    public async Task What_cannot_be_read_or_was_changed_on_the_way_makes_nothing()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/new/list");
        await clerk.PressAsync("読んで確かめる");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("ファイルを選んでください。", clerk.Words);
        await clerk.Attach("file", "x.csv", "名,色\nあ,い"u8.ToArray(), "text/csv").PressAsync("読んで確かめる");
        Assert.Equal(400, clerk.Status);
        Assert.Contains("「項目名」の列が見つかりません。", clerk.Words);

        foreach (var rows in (string[])["", "[", "null", "[null]", """[{"Number": 1, "Cells": null}]""", """[{"Number": 1, "Cells": ["項目名"]}]"""])
        {
            await clerk.GoAsync("/staff/studio/new/list");
            await clerk.Attach("file", "list.csv", Encoding.UTF8.GetBytes(List), "text/csv").PressAsync("読んで確かめる");
            await clerk.Fill(("Title", "にせ"), ("Kana", "ニセ"), ("Rows", rows)).PressAsync("4問の下書きを作る");
            Assert.Equal(400, clerk.Status);
            Assert.Contains("表をもう一度選んでください。", clerk.Words);
        }

        using var stranger = await city.OfficerAsync("auditor");
        await stranger.GoAsync("/staff/studio/new/list");
        Assert.Equal(403, stranger.Status);
        await stranger.GoAsync("/staff/studio/import");
        Assert.Equal(403, stranger.Status);
    }

    [Fact]
    public async Task The_file_to_fill_in_opens_in_a_spreadsheet()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        var (type, content) = await clerk.OpenFileAsync("/staff/studio/new/list/template.csv");
        Assert.Equal("text/csv", type);
        Assert.StartsWith("\uFEFF項目名,種類,必須", Encoding.UTF8.GetString(content));
    }
}
