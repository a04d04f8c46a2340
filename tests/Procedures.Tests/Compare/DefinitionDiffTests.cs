using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Procedures.Compare;
using Madoguchi.Procedures.Domain.Reading;
using Procedures.Tests.Paper;

namespace Procedures.Tests.Compare;

/// <summary>Every change is a sentence with what was and what is.</summary>
public sealed class DefinitionDiffTests
{
    [Fact]
    public void Amounts_days_texts_and_codes_are_said_before_and_after() => Same(
        "doro-senyo",
        d =>
        {
            d["title"]!["ja"] = "道路の占用の申請";
            d["correctionDays"] = 21;
            d["lastChecked"] = "2027-04-01";
            d["opens"] = "2027-04-01T09:00";
            d["assurance"] = "card";
            d["keywords"]!.AsArray().Add("工事の足場");
        },
        "手続の名が「道路占用許可申請」から「道路の占用の申請」に変わりました。",
        "補正の日数が「14日」から「21日」に変わりました。",
        "法令と照らして確かめた日が「令和8年11月22日」から「令和9年4月1日」に変わりました。",
        "受付の始まりが、なしから「令和9年4月1日 09:00」に変わりました。",
        "検索の言葉に「工事の足場」が加わりました。");

    [Fact]
    public void Words_after_an_outcome_are_said_with_the_outcome()
    {
        var before = With("shisei-anketo", d => d["afterwards"] = JsonNode.Parse("""{"arrived": {"text": "ありがとうございました。"}}"""));
        var after = With("shisei-anketo", d => d["afterwards"] = JsonNode.Parse("""{"arrived": {"text": "お礼を申し上げます。", "steps": [{"text": "結果を待つ"}]}}"""));
        Assert.Equal(["その後の案内の届いたときの文が「ありがとうございました。」から「お礼を申し上げます。」に変わりました。", "その後の案内の届いたときのつぎにすること「結果を待つ」が増えました。"], Lines(before, after));
    }

    [Fact]
    public void A_fee_is_said_with_its_yen()
    {
        var before = With("shisei-anketo", d => d["fee"] = JsonNode.Parse("""{"kind": "fixed", "charge": "handlingFee", "amount": 300, "text": {"ja": "300円です。", "en": "300 yen.", "ja-easy": "300{円|えん}です。"}}"""));
        var after = With("shisei-anketo", d => d["fee"] = JsonNode.Parse("""{"kind": "fixed", "charge": "actualCost", "amount": 3000, "text": {"ja": "3,000円です。", "en": "3,000 yen.", "ja-easy": "3,000{円|えん}です。"}}"""));
        Assert.Equal(
            [
                "手数料の種類が「手数料」から「実費」に変わりました。", "手数料の額が「300円」から「3,000円」に変わりました。", "手数料の文が「300円です。」から「3,000円です。」に変わりました。",
                "手数料の文の英語が「300 yen.」から「3,000 yen.」に変わりました。", "手数料の文のやさしい日本語が「300円です。」から「3,000円です。」に変わりました。",
            ],
            Lines(before, after));
    }

    [Fact]
    public void Questions_and_pages_that_moved_say_from_where_to_where() => Same(
        "shisei-anketo",
        d =>
        {
            var pages = d["form"]!["pages"]!.AsArray();
            var questions = pages[0]!["questions"]!.AsArray();
            var district = questions[1]!;
            questions.Remove(district);
            questions.Insert(0, district);
            var stay = pages[2]!["questions"]!.AsArray()[3]!;
            pages[2]!["questions"]!.AsArray().Remove(stay);
            pages[1]!["questions"]!.AsArray().Add(stay);
            var last = pages[2]!;
            pages.Remove(last);
            pages.Insert(1, last);
        },
        "ページ「これからの市政」が「暮らしの満足度」の次から「あなたについて」の次に動きました。|ページ「暮らしの満足度」が「あなたについて」の次から「これからの市政」の次に動きました。",
        "設問「お住まいの地区」が「年齢」の次からいちばん前に動きました。|設問「年齢」がいちばん前から「お住まいの地区」の次に動きました。",
        "設問「これからもみなと台市に住みたいですか」がページ「これからの市政」からページ「暮らしの満足度」に移りました。");

    [Fact]
    public void Options_conditions_and_new_questions_are_said_in_words() => Same(
        "shisei-anketo",
        d =>
        {
            var about = d["form"]!["pages"]![0]!["questions"]!.AsArray();
            var ages = about[0]!["options"]!.AsArray();
            ages.RemoveAt(0);
            ages.Add(JsonNode.Parse("""{"code": "a90", "label": {"ja": "90歳以上", "en": "90 and over", "ja-easy": "90{歳|さい}から"}}"""));
            about[2]!["visibleWhen"] = JsonNode.Parse("""{"eq": ["$district", "hama"]}""");
            about.RemoveAt(3);
            d["example"]!.AsObject().Remove("dispatchNumber");
            about.Add(JsonNode.Parse("""{"id": "pet", "type": "choice", "label": {"ja": "飼っている動物", "en": "Pet", "ja-easy": "{動物|どうぶつ}"}, "required": false, "options": [{"code": "dog", "label": {"ja": "犬", "en": "Dog", "ja-easy": "{犬|いぬ}"}}, {"code": "cat", "label": {"ja": "猫", "en": "Cat", "ja-easy": "{猫|ねこ}"}}]}"""));
        },
        "設問「年齢」の選択肢「15〜19歳」がなくなりました。",
        "設問「年齢」の選択肢「90歳以上」が増えました。",
        "設問「みなと台市に住んでいる年数」の現れる条件が『「お住まいの地区」が「市外（市内に通勤・通学）」以外のとき』から『「お住まいの地区」が「浜見・白帆」のとき』に変わりました。",
        "設問「発送番号（案内のはがきが届いた方）」がなくなりました（ページ「あなたについて」）。",
        "ページ「あなたについて」に設問「飼っている動物」が増えました（1つ選ぶ、任意、選択肢：犬、猫）。");

    [Fact]
    public void Of_a_long_text_only_what_differs_is_shown_and_no_character_is_cut()
    {
        var text = string.Concat(Enumerable.Repeat("この手続は𠮷田町の方が対象です。", 20));
        var (before, after) = (With("shisei-anketo", d => d["summary"]!["ja"] = text + "締切りは三月です。" + text), With("shisei-anketo", d => d["summary"]!["ja"] = text + "締切りは四月です。" + text));
        var line = Assert.Single(Lines(before, after));
        Assert.Equal("説明が「…の方が対象です。締切りは三月です。この手続は𠮷田…」から「…の方が対象です。締切りは四月です。この手続は𠮷田…」に変わりました。", line);
        Assert.DoesNotContain('\uFFFD', line);
    }

    [Fact]
    public void Whoever_approves_reads_every_word_of_what_changed()
    {
        var (was, now) = (string.Concat(Enumerable.Repeat("古い説明の文です。", 40)), string.Concat(Enumerable.Repeat("新しい説明の文です。", 40)));
        var letter = string.Concat(Enumerable.Repeat("通知の長い一文です。", 30));
        var changes = DefinitionDiff.Of(
            Words(With("koen-meigi", d => d["summary"]!["ja"] = was)),
            Words(With("koen-meigi", d =>
            {
                d["summary"]!["ja"] = now;
                d["correctionDays"] = 12;
                d["notices"]!.AsObject().First().Value!["body"]!.AsArray().Insert(0, letter);
                var question = JsonNode.Parse("""{"id": "neu", "type": "text", "required": false, "label": {"ja": "新しい設問", "en": "New", "ja-easy": "{新|あたら}しい"}, "help": {"ja": "", "en": "Help.", "ja-easy": "ヘルプ"}}""")!;
                question["help"]!["ja"] = now;
                d["form"]!["pages"]![0]!["questions"]!.AsArray().Add(question);
            })));
        var summary = changes.Single(c => c.Line.StartsWith("説明が", StringComparison.Ordinal));
        Assert.True(summary.Line.Length < 300 && summary.IsShortened);
        Assert.Equal((was, now), (summary.Was, summary.Now));
        Assert.False(changes.Single(c => c.Line.StartsWith("補正の日数", StringComparison.Ordinal)).IsShortened);
        Assert.Contains(changes, c => c.Now == letter);
        Assert.Contains(changes, c => c.Line.Contains("「新しい設問」が増えました", StringComparison.Ordinal) && c.Now!.Split('\n') is ["新しい設問", "New", _, var help, "Help.", "ヘルプ"] && help == now);
    }

    [Fact]
    public void Routes_documents_notices_and_letters_are_compared_part_by_part() => Same(
        "koen-meigi",
        d =>
        {
            d["route"]!.AsArray().Clear();
            var document = d["requiredDocuments"]!.AsArray()[0]!;
            document["laterUntilDays"] = 7;
            var notice = d["notices"]!.AsObject().First().Value!;
            notice["body"]!.AsArray().Insert(0, "新しい一文です。");
        },
        "決裁ルートが「承認 担当課の係長 → 決裁 担当課の課長」から「包括専決（決裁なし）」に変わりました。",
        "のあとで出せる日数が、なしから「7日」に変わりました。",
        "の本文に「新しい一文です。」が加わりました。");

    public static TheoryData<string> Slugs => [.. LibraryFiles.Slugs];

    [Theory, MemberData(nameof(Slugs))]
    public void Any_two_procedures_can_be_compared_and_one_with_itself_says_nothing(string slug)
    {
        var own = LibraryFiles.Text(slug);
        Assert.Empty(Lines(own, own));
        Assert.NotEmpty(Lines(own, LibraryFiles.Text(slug == "koen-meigi" ? "kaigo-nintei" : "koen-meigi")));
        Assert.All(Lines(LibraryFiles.Text("jido-teate-nintei"), own), l => Assert.True(l.Length < 600 && !l.Contains("{\"", StringComparison.Ordinal), l));
    }

    [Theory, MemberData(nameof(Slugs))]
    public void Every_procedure_of_the_library_can_be_summed_up(string slug)
    {
        var parts = new DefinitionSummary(Words(LibraryFiles.Text(slug)), code => code).Run();
        var edition = LibraryFiles.Edition(slug);
        Assert.Equal(edition.Form.Pages.Select(p => $"ページ「{p.Title.Ja}」"), parts.Where(p => p.Heading.StartsWith("ページ「", StringComparison.Ordinal)).Select(p => p.Heading));
        Assert.All(parts, p => Assert.NotEmpty(p.Lines));
        Assert.Contains(parts, p => p.Heading == "手続の名" && p.Lines[0] == edition.Title.Ja);
    }

    // Each expected line, or one of two that say the same change.
    private static void Same(string slug, Action<JsonObject> change, params string[] expected)
    {
        var lines = Lines(LibraryFiles.Text(slug), With(slug, change));
        foreach (var line in expected) Assert.True(line.Split('|').Any(e => lines.Any(l => l.Contains(e, StringComparison.Ordinal))), $"{line}\n{string.Join('\n', lines)}");
    }

    private static string With(string slug, Action<JsonObject> change)
    {
        var definition = JsonNode.Parse(LibraryFiles.Text(slug))!.AsObject();
        change(definition);
        return definition.ToJsonString();
    }

    private static IReadOnlyList<string> Lines(string before, string after) => [.. DefinitionDiff.Of(Words(before), Words(after)).Select(c => c.Line)];

    private static DefinitionWords Words(string definition) =>
        new(PaperTexts.All, DefinitionReader.Read("", definition, 1, LibraryFiles.City).Edition?.Form ?? throw new InvalidOperationException(string.Join('\n', DefinitionReader.Read("", definition, 1, LibraryFiles.City).Faults.Found)), JsonDocument.Parse(definition).RootElement);
}
