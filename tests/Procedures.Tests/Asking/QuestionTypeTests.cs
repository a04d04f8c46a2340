using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests.Asking;

/// <summary>Time, period, point on the map, photograph, table, other, dependent options, aliases.</summary>
public sealed class QuestionTypeTests
{
    private const string Other = """[{"id":"x","type":"choice","label":"問い","other":true,"options":[{"code":"a","label":"甲"}]}]""";
    private const string Table = """[{"id":"x","type":"table","label":"表","rows":["月","火"],"columns":[{"id":"n","type":"number","label":"数"}]}]""";
    private const string Dependent = """[{"id":"p","type":"choice","label":"県","options":[{"code":"a","label":"甲"},{"code":"b","label":"乙"}]},{"id":"x","type":"choice","label":"市","optionsOf":"$p","options":[{"code":"a1","label":"甲一","of":["a"]},{"code":"b1","label":"乙一","of":["b"]},{"code":"c","label":"どこでも"}]}]""";

    [Theory]
    [InlineData("time", "", "\"9:30\"", "\"09:30\"")]
    [InlineData("time", "", "\"午後１時３０分\"", "\"13:30\"")]
    [InlineData("time", "", "\"10時\"", "\"10:00\"")]
    [InlineData("time", "", "\"午後2時半\"", "\"14:30\"")]
    [InlineData("period", "", """{"from":"2026-04-01","to":"令和8年4月30日"}""", """{"from":"2026-04-01","to":"2026-04-30"}""")]
    [InlineData("mapPoint", "", """{"lat":35.6812361,"lng":"139.767125","text":"駅前"}""", """{"lat":35.681236,"lng":139.767125,"text":"駅前"}""")]
    [InlineData("mapPoint", "", """{"text":"駅前"}""", """{"text":"駅前"}""")]
    [InlineData("photo", "", """["f1"]""", """["f1"]""")]
    [InlineData("name", "\"aliases\":true", """{"family":"青葉","given":"花子","familyKana":"アオバ","givenKana":"ハナコ","oldName":"若葉"}""", """{"family":"青葉","given":"花子","familyKana":"アオバ","givenKana":"ハナコ","oldName":"若葉"}""")]
    public void Is_kept_in_one_form(string type, string more, string given, string kept)
    {
        var judged = SmallForm.Judge(SmallForm.One(type, more), $$"""{"x":{{given}}}""");
        Assert.Empty(judged.Errors);
        Assert.Equal(kept, JsonNode.Parse(judged.Answers)!["x"]!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("time", "", "\"25:00\"", "answer.notTime")]
    [InlineData("time", "", "\"朝\"", "answer.notTime")]
    [InlineData("time", "\"min\":\"09:00\"", "\"8:59\"", "answer.tooEarlyTime")]
    [InlineData("time", "\"max\":\"17:00\"", "\"17:01\"", "answer.tooLateTime")]
    [InlineData("period", "", """{"from":"2026-04-30","to":"2026-04-01"}""", "answer.periodOrder")]
    [InlineData("period", "", """{"from":"2026-04-30"}""", "answer.periodTo")]
    [InlineData("period", "", """{"to":"2026-04-30"}""", "answer.periodFrom")]
    [InlineData("period", "\"maxDays\":3", """{"from":"2026-04-01","to":"2026-04-04"}""", "answer.periodTooLong")]
    [InlineData("period", "\"min\":\"@today\"", """{"from":"2026-04-01","to":"2026-12-04"}""", "answer.tooEarly")]
    [InlineData("mapPoint", "", """{"lat":35.6}""", "answer.mapPoint")]
    [InlineData("mapPoint", "", """{"lat":0,"lng":0}""", "answer.mapPoint")]
    [InlineData("mapPoint", "", """{"lat":"x","lng":139,"text":"a"}""", "answer.mapPoint")]
    [InlineData("name", "", """{"family":"青葉","given":"花子","familyKana":"アオバ","givenKana":"ハナコ","alias":"若葉"}""", "answer.unknownPart")]
    [InlineData("time", "", "7", "answer.wrongType")]
    [InlineData("period", "", "[]", "answer.wrongType")]
    public void Is_refused(string type, string more, string given, string code) =>
        Assert.Contains(code, SmallForm.Judge(SmallForm.One(type, more), $$"""{"x":{{given}}}""").Codes("x"));

    [Fact]
    public void Other_asks_what_it_is_and_keeps_it_only_then()
    {
        Assert.Equal(["answer.otherMissing"], SmallForm.Judge(Other, """{"x":"other"}""").Codes("xOther"));
        Assert.Equal("""{"x":"other","xOther":"丙"}""", SmallForm.Judge(Other, """{"x":"other","xOther":" 丙 "}""").Answers);
        Assert.Equal("""{"x":"a"}""", SmallForm.Judge(Other, """{"x":"a","xOther":"丙"}""").Answers);
        Assert.Equal("その他（丙）", Shown(Other, """{"x":"other","xOther":"丙"}"""));
    }

    [Fact]
    public void A_table_has_its_rows_and_sums()
    {
        var computed = """[{"id":"sum","label":"計","value":{"sum":"x","of":"$n"}}]""";
        var judged = SmallForm.Judge(Table, """{"x":[{"n":1},{"n":2}]}""", computed);
        Assert.Empty(judged.Errors);
        Assert.Equal(3m, judged.Computed["sum"]);
        Assert.Equal(["answer.tooFewItems"], SmallForm.Judge(Table, """{"x":[{"n":1}]}""").Codes("x"));
        Assert.Equal(["answer.tooManyItems"], SmallForm.Judge(Table, """{"x":[{"n":1},{"n":1},{"n":1}]}""").Codes("x"));
        Assert.Equal("{}", SmallForm.Judge(Table, """{"x":[{},{}]}""").Answers);
        using var answers = JsonDocument.Parse("""{"x":[{"n":1},{"n":2}]}""");
        Assert.Equal(["月", "火"], SmallForm.Form(Table).Show(answers.RootElement, SmallForm.Day, Language.Ja)[0].Answers.Select(a => a.Item!));
    }

    [Theory]
    [InlineData("""{"p":"a","x":"a1"}""", true)]
    [InlineData("""{"p":"a","x":"b1"}""", false)]
    [InlineData("""{"x":"a1"}""", false)]
    [InlineData("""{"p":"b","x":"c"}""", true)]
    public void Options_follow_another_answer(string answers, bool valid) => Assert.Equal(valid, SmallForm.Judge(Dependent, answers).Valid);

    [Theory]
    [InlineData("time", "", "\"13:30\"", "午後1時30分")]
    [InlineData("period", "", """{"from":"2026-04-01","to":"2026-04-30"}""", "令和8年4月1日から令和8年4月30日まで")]
    [InlineData("mapPoint", "", """{"lat":35.5,"lng":139.5,"text":"駅前"}""", "駅前（35.5, 139.5）")]
    [InlineData("name", "\"aliases\":true", """{"family":"青葉","given":"花子","familyKana":"アオバ","givenKana":"ハナコ","oldName":"若葉","alias":"花"}""", "青葉 花子（アオバ ハナコ）［旧氏 若葉］［通称 花］")]
    public void Reads_as_people_say_it(string type, string more, string given, string words) => Assert.Equal(words, Shown(SmallForm.One(type, more), $$"""{"x":{{given}}}"""));

    [Fact]
    public void Parts_of_a_period_are_days_and_those_of_a_point_numbers()
    {
        var form = """[{"id":"x","type":"period","label":"期間"},{"id":"m","type":"mapPoint","label":"点"}]""";
        var computed = """[{"id":"days","label":"日数","value":{"add":[{"days":["$x.from","$x.to"]},1]}},{"id":"north","label":"北","value":{"gt":["$m.lat",35]}}]""";
        var judged = SmallForm.Judge(form, """{"x":{"from":"2026-04-01","to":"2026-04-30"},"m":{"lat":35.5,"lng":139.5}}""", computed);
        Assert.Equal((30m, true), (judged.Computed["days"], judged.Computed["north"]));
    }

    [Fact]
    public void Schema_and_form_name_what_may_be_sent()
    {
        var form = SmallForm.Form(Table[..^1] + "," + Other[1..^1].Replace("\"x\"", "\"y\"") + ",{\"id\":\"z\",\"type\":\"photo\",\"label\":\"写真\"}]");
        var shown = form.ToJson(Language.Ja, SmallForm.Day)["pages"]![0]!["questions"]!;
        Assert.Equal(("table", "yOther", "photo"), ((string?)shown[0]!["type"], (string?)shown[1]!["other"], (string?)shown[2]!["type"]));
        Assert.Equal("""["png","jpeg"]""", shown[2]!["accept"]!.ToJsonString());
        Assert.NotNull(form.Schema(SmallForm.Day)["properties"]!["yOther"]);
    }

    private static string Shown(string questions, string answers)
    {
        using var json = JsonDocument.Parse(answers);
        return SmallForm.Form(questions).Show(json.RootElement, SmallForm.Day, Language.Ja)[0].Answers[0].Value.ToString();
    }
}
