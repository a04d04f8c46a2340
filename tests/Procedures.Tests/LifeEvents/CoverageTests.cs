using Madoguchi.Procedures.LifeEvents;

namespace Procedures.Tests.LifeEvents;

/// <summary>Fabricated holes and dead rules are found, and nothing is found where there are none.</summary>
public sealed class CoverageTests
{
    private const string Kind = """{"id":"kind","type":"choice","label":"言葉","options":[{"code":"in","label":"言葉"},{"code":"out","label":"言葉"},{"code":"stay","label":"言葉"}]}""";
    private const string Dog = """{"id":"dog","type":"yesNo","label":"言葉"}""";
    private const string Born = """{"id":"born","type":"date","label":"言葉","max":"@today"}""";
    private const string People = """{"id":"people","type":"number","label":"言葉","min":1,"max":20}""";
    private const string Ticks = """{"id":"ticks","type":"choices","label":"言葉","required":false,"options":[{"code":"a","label":"言葉"},{"code":"b","label":"言葉"}]}""";

    [Fact]
    public void Answers_after_which_there_is_nothing_to_do_are_listed()
    {
        var report = Report($"[{Kind},{Dog}]", """{"eq":["$kind","in"]}""", """{"eq":["$kind","out"]}""", "\"$dog\"");
        Assert.Equal(["small: $.steps: この答えでは、することが一つも出ません: kind = stay、dog = いいえ"], report);
    }

    [Fact]
    public void Questions_that_share_no_rule_cannot_make_up_for_each_other() =>
        Assert.Equal(["small: $.steps: この答えでは、することが一つも出ません: kind = stay、dog = いいえ、ticks = （答えなし）"],
            Report($"[{Kind},{Dog},{Ticks}]", """{"in":["$kind",["in","out"]]}""", "\"$dog\"", """{"or":[{"includes":["$ticks","a"]},{"includes":["$ticks","b"]}]}"""));

    [Fact]
    public void One_group_that_always_speaks_is_enough() =>
        Assert.Empty(Report($"[{Kind},{Dog}]", """{"in":["$kind",["in","out"]]}""", "\"$dog\"", """{"not":"$dog"}"""));

    [Fact]
    public void A_rule_that_never_applies_is_named_with_its_place() =>
        Assert.Equal(["small: $.steps[1].when: 規則 step1 は、どの答えでも成り立ちません。"],
            Report($"[{Kind},{Dog}]", "", """{"and":[{"eq":["$kind","in"]},{"eq":["$kind","out"]}]}""", "\"$dog\""));

    [Fact]
    public void A_question_nobody_sees_kills_the_rules_that_read_it()
    {
        var hidden = """{"id":"cat","type":"yesNo","label":"言葉","visibleWhen":{"and":["$dog",{"eq":["$dog",false]}]}}""";
        Assert.Equal(["small: $.steps[1].when: 規則 step1 は、どの答えでも成り立ちません。", "small: $.questions[1].visibleWhen: 質問 cat は、どの答えでも現れません。"], Report($"[{Dog},{hidden}]", "", "\"$cat\""));
    }

    [Theory]
    [InlineData("""{"gte":[{"age":["$born","@today"]},65]}""", """{"lt":[{"age":["$born","@today"]},65]}""")]
    [InlineData("""{"gt":[{"days":["$born","@today"]},14]}""", """{"lte":[{"days":["$born","@today"]},14]}""")]
    [InlineData("""{"lt":["$born","2026-04-01"]}""", """{"gte":["$born","2026-04-01"]}""")]
    public void Both_sides_of_a_day_are_tried(string before, string after)
    {
        Assert.Empty(Report($"[{Born}]", before, after));
        Assert.Single(Report($"[{Born},{Dog}]", before, after, """{"and":["$dog",{"gt":["$born","@today"]}]}"""));
    }

    [Fact]
    public void Between_two_numbers_the_gap_is_found() =>
        Assert.Contains("people = 3", Assert.Single(Report($"[{People}]", """{"lte":["$people",2]}""", """{"gte":["$people",4]}""")));

    [Fact]
    public void Ten_questions_of_many_options_are_judged_in_seconds()
    {
        var options = string.Join(',', Enumerable.Range(1, 9).Select(i => $$"""{"code":"o{{i}}","label":"言葉"}"""));
        var questions = string.Join(',', Enumerable.Range(1, 10).Select(i => $$"""{"id":"q{{i}}","type":"choices","label":"言葉","options":[{{options}}]}"""));
        var rules = Enumerable.Range(1, 10).SelectMany(i => Enumerable.Range(1, 9).Select(j => $$"""{"includes":["$q{{i}}","o{{j}}"]}""")).ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(Report($"[{questions}]", rules));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    private static IEnumerable<string> Report(string questions, params string[] whens)
    {
        var steps = whens.Select((when, i) => $$"""{"id":"step{{i}}",{{(when.Length == 0 ? "" : $"\"when\":{when},")}}"phase":"first","elsewhere":{"title":"言葉","office":"citizens"},"why":"言葉"}""");
        var (life, faults) = LifeFiles.Small(questions, $"[{string.Join(',', steps)}]");
        Assert.True(life is not null, string.Join('\n', faults.Found));
        return [.. CoverageWords.Of("small", life, new Coverage(life, LifeFiles.Day).Run())];
    }
}
