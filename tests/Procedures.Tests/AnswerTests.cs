using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Tests;

/// <summary>What may be answered, how it is made regular, and what is refused.</summary>
public sealed class AnswerTests
{
    private const string Choice = """{"options":[{"code":"a","label":"ア"},{"code":"b","label":"イ"}]}""";

    [Theory]
    [InlineData("text", "髙橋𠮷子", "髙橋𠮷子")]
    [InlineData("text", "渡邉\uDB40\uDD02", "渡邉\uDB40\uDD02")]
    [InlineData("text", "  か\u3099く  ", "がく")]
    [InlineData("longText", "一行目\r\n二行目", "一行目\n二行目")]
    [InlineData("telephone", "０９０−１２３４−５６７８", "09012345678")]
    [InlineData("email", "ｈａｎａｋｏ＠example.jp", "hanako@example.jp")]
    [InlineData("date", "令和8年11月3日", "2026-11-03")]
    public void What_people_type_is_made_regular_silently(string type, string typed, string kept)
    {
        var judged = SmallForm.Judge(SmallForm.One(type), Answer(typed));
        Assert.True(judged.Valid, judged.Errors.Listed());
        Assert.Equal(kept, (string?)JsonNode.Parse(judged.Answers)!["x"]);
    }

    [Theory]
    [InlineData("text", "1", "answer.wrongType")]
    [InlineData("text", "{}", "answer.wrongType")]
    [InlineData("text", "\"a\\u0000b\"", "answer.unreadable")]
    [InlineData("text", "\"a\\nb\"", "answer.unreadable")]
    [InlineData("text", "\"\\ud800\"", "answer.unreadable")]
    [InlineData("longText", "\"a\\u0007b\"", "answer.unreadable")]
    [InlineData("yesNo", "\"yes\"", "answer.wrongType")]
    [InlineData("number", "\"five\"", "answer.notNumber")]
    [InlineData("number", "-1", "answer.tooSmall")]
    [InlineData("number", "1.5", "answer.notWhole")]
    [InlineData("number", "1e400", "answer.tooLarge")]
    [InlineData("yen", "100.5", "answer.notWhole")]
    [InlineData("date", "\"2026-02-30\"", "answer.notDate")]
    [InlineData("date", "\"2026-13-01\"", "answer.notDate")]
    [InlineData("date", "\"tomorrow\"", "answer.notDate")]
    [InlineData("date", "20260401", "answer.wrongType")]
    [InlineData("date", "\"9999-12-31\"", "answer.notDate")]
    [InlineData("telephone", "\"12345\"", "answer.notTelephone")]
    [InlineData("email", "\"no at sign\"", "answer.notEmail")]
    [InlineData("file", "\"sample-pdf\"", "answer.wrongType")]
    [InlineData("file", "[\"../../etc/passwd\"]", "answer.unknownFile")]
    [InlineData("name", "\"青葉\"", "answer.wrongType")]
    [InlineData("name", "{\"nick\":\"a\"}", "answer.unknownPart")]
    public void What_cannot_be_is_refused_beside_its_question(string type, string value, string code)
    {
        var judged = SmallForm.Judge(SmallForm.One(type), $$"""{"x":{{value}}}""");
        Assert.Contains(code, judged.Codes("x"));
    }

    [Fact]
    public void Long_text_is_counted_as_people_count()
    {
        var selector = string.Concat(Enumerable.Repeat("葛\uDB40\uDD00", 10));
        Assert.True(SmallForm.Judge(SmallForm.One("text", "\"maxLength\":10"), Answer(selector)).Valid);
        Assert.Equal(["answer.tooLong"], SmallForm.Judge(SmallForm.One("text", "\"maxLength\":9"), Answer(selector)).Codes("x"));
        Assert.Equal(["answer.tooLong"], SmallForm.Judge(SmallForm.One("text"), Answer(new string('あ', 1_000_000))).Codes("x"));
    }

    [Fact]
    public void An_unknown_option_and_an_unknown_tick_are_refused()
    {
        Assert.Equal(["answer.unknownOption"], SmallForm.Judge(SmallForm.One("choice", Choice[1..^1]), Answer("c")).Codes("x"));
        Assert.Equal(["answer.unknownOption"], SmallForm.Judge(SmallForm.One("choices", Choice[1..^1]), """{"x":["a","c"]}""").Codes("x"));
        Assert.Equal("""{"x":["a","b"]}""", SmallForm.Judge(SmallForm.One("choices", Choice[1..^1]), """{"x":["b","a","b"]}""").Answers);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("1")]
    public void Answers_must_be_an_object(string answers) => Assert.Equal(["answer.notAnObject"], SmallForm.Judge(SmallForm.One("text"), answers).Codes("answers"));

    [Fact]
    public void An_unknown_question_is_an_error_also_inside_a_group()
    {
        var judged = SmallForm.Judge(Group, """{"y":1,"\ud800":2,"x":[{"z":1}]}""");
        Assert.Equal(["answer.unknownQuestion"], judged.Codes("y"));
        Assert.Equal(["answer.unknownQuestion"], judged.Codes("x[0].z"));
        Assert.Equal(["answer.unknownQuestion"], judged.Codes("?"));
    }

    [Fact]
    public void Thousands_of_unknown_questions_give_a_bounded_answer()
    {
        var many = "{" + string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"q{i}\":{i}")) + "}";
        Assert.InRange(SmallForm.Judge(SmallForm.One("text"), many).Errors.Count, 1, 200);
    }

    private const string Group = """[{"id":"x","type":"group","label":"組","itemLabel":"人","max":2,"questions":[{"id":"a","type":"text","label":"あ"}]}]""";

    [Fact]
    public void A_group_has_its_own_keys_and_its_limit()
    {
        Assert.Equal(["answer.missing"], SmallForm.Judge(Group, """{"x":[{"a":"1"},{}]}""").Codes("x[1].a"));
        Assert.Equal(["answer.tooManyItems"], SmallForm.Judge(Group, """{"x":[{},{},{}]}""").Codes("x"));
        Assert.Equal(["answer.wrongType"], SmallForm.Judge(Group, """{"x":[1]}""").Codes("x[0]"));
        Assert.Equal(["x", "x[0].a"], SmallForm.Judge(Group, """{"x":[{"a":"1"}]}""").Visible);
    }

    [Fact]
    public void The_answer_to_a_hidden_question_is_dropped_and_counts_nowhere()
    {
        const string Questions = """
            [{"id":"a","type":"yesNo","label":"a"},
             {"id":"b","type":"text","label":"b","visibleWhen":{"eq":["$a",true]}},
             {"id":"c","type":"text","label":"c","visibleWhen":{"exists":"$b"},"required":true}]
            """;
        var judged = SmallForm.Judge(Questions, """{"a":false,"b":"kept?","c":"also?"}""");
        Assert.True(judged.Valid, judged.Errors.Listed());
        Assert.Equal("""{"a":false}""", judged.Answers);
        Assert.Equal(["a"], judged.Visible);
        Assert.True(SmallForm.Judge(Questions, """{"a":false,"b":5}""").Valid);
        Assert.Equal(["answer.missing"], SmallForm.Judge(Questions, """{"a":true,"b":"x"}""").Codes("c"));
    }

    [Fact]
    public void A_name_needs_all_its_parts_and_kana_of_any_kind_become_katakana()
    {
        var judged = SmallForm.Judge(SmallForm.One("name"), """{"x":{"family":"髙橋","given":"𠮷子","familyKana":"たかはし","givenKana":"ﾖｼｺ"}}""");
        Assert.True(judged.Valid, judged.Errors.Listed());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"x":{"family":"髙橋","given":"𠮷子","familyKana":"タカハシ","givenKana":"ヨシコ"}}"""), JsonNode.Parse(judged.Answers)));
        Assert.Equal(["answer.familyMissing", "answer.nameKana", "answer.nameKana"], SmallForm.Judge(SmallForm.One("name"), """{"x":{"given":"花子","familyKana":"Aoba"}}""").Codes("x"));
    }

    [Fact]
    public void An_account_is_written_as_banks_write_it()
    {
        var judged = SmallForm.Judge(SmallForm.One("bank"), """{"x":{"bankCode":"０００１","branchCode":"001","type":"ordinary","number":"12345","holderKana":"あおば　はなこ"}}""");
        Assert.True(judged.Valid, judged.Errors.Listed());
        Assert.Equal("""{"x":{"bankCode":"0001","branchCode":"001","type":"ordinary","number":"0012345","holderKana":"ｱｵﾊﾞ ﾊﾅｺ"}}""", judged.Answers);
    }

    [Fact]
    public void An_address_outside_is_refused_where_the_city_is_asked()
    {
        var questions = SmallForm.One("address", "\"inCity\":true");
        var inside = SmallForm.Judge(questions, """{"x":{"postalCode":"0000003","town":"汐風町","street":"4-12"}}""");
        Assert.True(inside.Valid, inside.Errors.Listed());
        Assert.Contains("""{"postalCode":"000-0003","prefecture":"潮見県","city":"みなと台市","town":"汐風町","street":"4-12"}""", inside.Answers);
        Assert.Equal(["answer.outsideCity"], SmallForm.Judge(questions, """{"x":{"postalCode":"1000001","city":"千代田区","town":"千代田","street":"1-1"}}""").Codes("x"));
    }

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-23", false)]
    [InlineData("1896-11-21", false)]
    public void A_birth_date_lies_in_the_past(string date, bool taken) => Assert.Equal(taken, SmallForm.Judge(SmallForm.One("date", "\"birth\":true"), Answer(date)).Valid);

    [Fact]
    public void A_page_alone_gives_only_its_own_errors()
    {
        var edition = LibraryFiles.Edition("jido-teate-nintei");
        using var answers = JsonDocument.Parse("""{"isCivilServant":false}""");
        var judged = edition.Form.ValidatePage("start", answers.RootElement, SmallForm.Day);
        Assert.Equal(["residence", "inFacility"], judged.Errors.Select(e => e.Field));
    }

    private static string Answer(string text) => new JsonObject { ["x"] = text }.ToJsonString();
}
