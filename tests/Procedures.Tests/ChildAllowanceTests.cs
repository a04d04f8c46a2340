using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests;

/// <summary>児童手当認定請求: who is sent away, which documents are asked, which amounts result.</summary>
public sealed class ChildAllowanceTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private readonly ProcedureEdition edition = LibraryFiles.Edition("jido-teate-nintei");

    [Fact]
    public void A_civil_servant_is_sent_to_the_workplace_and_cannot_submit()
    {
        var answers = Example();
        answers["isCivilServant"] = true;
        var judged = Judge(answers);
        Assert.Equal("civilServant", judged.Exit?.Id);
        Assert.Equal(["answer.exit"], judged.Codes("isCivilServant"));
        Assert.Equal(["start"], judged.Pages);
    }

    [Theory]
    [InlineData("2023-12-02", 15000)]
    [InlineData("2023-11-30", 10000)]
    public void The_month_of_the_third_birthday_is_still_paid_as_under_three(string birth, int amount) =>
        Assert.Equal((decimal)amount, Amount(Children(birth), 0));

    [Fact]
    public void A_child_born_on_the_first_turns_three_in_the_month_before() => Assert.Equal(10000m, Amount(Children("2023-12-01"), 0));

    [Theory]
    [InlineData("2009-04-01", 0)]
    [InlineData("2009-04-02", 10000)]
    public void The_allowance_ends_with_the_fiscal_year_of_the_eighteenth_birthday(string birth, int amount)
    {
        var answers = With("2027-03-20", Children(birth));
        answers["eventDate"] = "2027-03-20";
        Assert.Equal((decimal)amount, edition.Validate(answers, new DateOnly(2027, 3, 20)).Computed["children[0].amount"]);
    }

    [Fact]
    public void The_third_child_counts_from_the_eldest_and_receives_thirty_thousand()
    {
        var judged = Judge(With(Children("2025-05-05", "2015-06-06", "2020-07-07")));
        Assert.Equal(3m, judged.Computed["children[0].position"]);
        Assert.Equal(1m, judged.Computed["children[1].position"]);
        Assert.Equal(2m, judged.Computed["children[2].position"]);
        Assert.Equal(30000m, judged.Computed["children[0].amount"]);
        Assert.Equal(50000m, judged.Computed["total"]);
    }

    [Fact]
    public void Twins_are_numbered_in_the_order_given()
    {
        var judged = Judge(With(Children("2020-07-07", "2020-07-07")));
        Assert.Equal([1m, 2m], [judged.Computed["children[0].position"], judged.Computed["children[1].position"]]);
    }

    [Theory]
    [InlineData(true, 30000)]
    [InlineData(false, 15000)]
    public void A_student_the_parent_pays_for_is_counted_among_the_children(bool pays, int amount)
    {
        var answers = With(Children("2025-05-05", "2015-06-06"));
        answers["hasStudents"] = true;
        answers["students"] = new JsonArray(Student("2006-08-01", pays));
        var judged = Judge(answers);
        Assert.True(judged.Valid, judged.Errors.Listed());
        Assert.Equal((decimal)amount, judged.Computed["children[0].amount"]);
    }

    [Theory]
    [InlineData("2004-04-01", false)]
    [InlineData("2004-04-02", true)]
    public void Children_are_counted_until_the_fiscal_year_of_the_twenty_second_birthday(string birth, bool taken)
    {
        var answers = With(Children("2025-05-05", "2015-06-06"));
        answers["hasStudents"] = true;
        answers["students"] = new JsonArray(Student(birth, true));
        Assert.Equal(taken, Judge(answers).Valid);
    }

    [Theory]
    [InlineData("2026-11-07", "2026-12-01")]
    [InlineData("2026-10-31", "2026-12-01")]
    [InlineData("2026-11-22", "2026-12-01")]
    public void A_claim_usually_starts_in_the_next_month(string happened, string starts)
    {
        var answers = Example();
        answers["eventDate"] = happened;
        Assert.Equal(starts, Judge(answers).Computed["startMonth"]);
    }

    [Theory]
    [InlineData("2026-10-25", "2026-11-09", "2026-11-01", false)]
    [InlineData("2026-10-25", "2026-11-10", "2026-12-01", true)]
    public void Within_fifteen_days_the_month_of_the_event_decides(string happened, string claimed, string starts, bool warned)
    {
        var answers = Example();
        answers["eventDate"] = happened;
        answers["children"]![0]!["birthDate"] = happened;
        var judged = edition.Validate(answers, DateOnly.Parse(claimed));
        Assert.Equal(starts, judged.Computed["startMonth"]);
        Assert.Equal(warned, judged.Warnings.Any(w => w.Field == "eventDate"));
    }

    [Fact]
    public void An_account_in_another_name_is_a_warning_and_no_error()
    {
        var answers = Example();
        answers["account"]!["holderKana"] = "あおば けん";
        var judged = Judge(answers);
        Assert.True(judged.Valid);
        Assert.Contains(judged.Warnings, w => w.Field == "account");
        Assert.Contains("ｱｵﾊﾞ ｹﾝ", judged.Answers);
    }

    [Fact]
    public void The_pension_is_asked_only_for_a_child_under_three()
    {
        var answers = With(Children("2015-06-06"));
        var judged = Judge(answers);
        Assert.True(judged.Valid, judged.Errors.Listed());
        Assert.DoesNotContain("pension", judged.Visible);
        Assert.DoesNotContain("\"pension\"", judged.Answers);
        Assert.DoesNotContain("insurance", judged.Documents);
    }

    [Fact]
    public void A_document_may_follow_later_and_is_then_named()
    {
        var answers = Example();
        answers.Remove("bankbookFile");
        Assert.Equal(["answer.noFileNorLater"], Judge(answers).Codes("bankbookFile"));
        answers["bankbookFileLater"] = true;
        var judged = Judge(answers);
        Assert.True(judged.Valid, judged.Errors.Listed());
        Assert.Equal(["bankbook", "insurance"], judged.Later);
    }

    [Fact]
    public void The_result_of_a_grant_is_computed_from_the_answers()
    {
        using var answers = JsonDocument.Parse(With(Children("2025-05-05", "2015-06-06")).ToJsonString());
        var result = edition.CheckResult("grant", null, answers.RootElement, Day);
        Assert.True(result.Valid, result.Errors.Listed());
        var json = JsonNode.Parse(result.Json)!;
        Assert.Equal("2026-12", (string?)json["startMonth"]);
        Assert.Equal(25000, (int?)json["total"]);
        Assert.Equal("青葉 子1", (string?)json["children"]![0]!["name"]);
        Assert.Equal("3歳未満", (string?)json["children"]![0]!["class"]);
    }

    [Fact]
    public void A_result_of_the_officer_wins_and_a_wrong_one_is_refused()
    {
        using var answers = JsonDocument.Parse(Example().ToJsonString());
        using var own = JsonDocument.Parse("""{"startMonth":"2027-01","total":1}""");
        using var wrong = JsonDocument.Parse("""{"startMonth":"January","unknown":1}""");
        Assert.Contains("2027-01", edition.CheckResult("grant", own.RootElement, answers.RootElement, Day).Json);
        var errors = edition.CheckResult("grant", wrong.RootElement, answers.RootElement, Day).Errors;
        Assert.Equal(["result.startMonth", "result.unknown"], errors.Select(e => e.Field).Order());
    }

    private Checked Judge(JsonObject answers) => edition.Validate(answers, Day);

    private object? Amount(JsonArray children, int index) => Judge(With(children)).Computed[$"children[{index}].amount"];

    private JsonObject Example() => edition.Form.Example(Day);

    private JsonObject With(JsonArray children) => With("2026-11-20", children);

    private JsonObject With(string happened, JsonArray children)
    {
        var answers = Example();
        answers["eventDate"] = happened;
        answers["children"] = children;
        return answers;
    }

    private static JsonArray Children(params string[] births) => new([.. births.Select((birth, i) => new JsonObject
    {
        ["name"] = Name($"子{i + 1}"), ["birthDate"] = birth, ["relation"] = "child", ["livesWith"] = "together",
        ["cares"] = true, ["livelihood"] = "shared", ["abroad"] = false,
    })]);

    private static JsonObject Student(string birth, bool pays) => new()
    {
        ["name"] = Name("学"), ["birthDate"] = birth, ["relation"] = "child", ["livesWith"] = "together",
        ["status"] = "working", ["supports"] = true, ["pays"] = pays,
    };

    private static JsonObject Name(string given) => new() { ["family"] = "青葉", ["given"] = given, ["familyKana"] = "アオバ", ["givenKana"] = "コ" };
}
