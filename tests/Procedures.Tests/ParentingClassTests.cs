using System.Text.Json.Nodes;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests;

/// <summary>子育て講座申込: sessions, ages, childcare.</summary>
public sealed class ParentingClassTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private readonly ProcedureEdition edition = LibraryFiles.Edition("kosodate-koza");

    [Fact]
    public void Sessions_come_back_every_month_and_skip_closed_days()
    {
        Assert.Equal(["2026-11-24", "2026-12-10", "2026-12-22", "2027-01-14"], Sessions(new(2026, 11, 20)));
        Assert.DoesNotContain("2027-02-11", Sessions(new(2027, 1, 20)));
        Assert.NotNull(edition.Session("2026-12-10-massage"));
        Assert.Null(edition.Session("2026-12-11-massage"));
        Assert.Null(edition.Session("nonsense"));
    }

    [Fact]
    public void A_session_closes_three_days_before_at_five()
    {
        var session = edition.Session("2026-12-10-massage")!;
        Assert.Equal(new DateTime(2026, 12, 7, 8, 0, 0, DateTimeKind.Utc), session.ClosesAt);
        Assert.Equal(new DateTime(2026, 12, 9, 8, 0, 0, DateTimeKind.Utc), session.CancelUntil);
        Assert.Equal((20, 5), (session.Capacity, session.WaitingList));
        Assert.Equal([false, true, true, false], [.. new[] { session.OpensAt.AddTicks(-1), session.OpensAt, session.ClosesAt.AddTicks(-1), session.ClosesAt }.Select(session.IsOpen)]);
    }

    [Theory]
    [InlineData("2026-12-06", "2026-12-10-massage")]
    [InlineData("2026-12-07", "2026-12-22-play")]
    public void The_example_takes_a_session_that_is_open_the_whole_day(string day, string session) =>
        Assert.Equal(session, (string?)edition.Form.Example(DateOnly.Parse(day, null))["session"]);

    [Fact]
    public void A_session_that_is_closed_or_invented_cannot_be_chosen()
    {
        var answers = edition.Form.Example(Day);
        answers["session"] = "2026-11-24-play";
        Assert.Equal(["answer.noSession"], edition.Validate(answers, Day).Codes("session"));
    }

    [Theory]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    [InlineData("2025-12-12", true)]
    [InlineData("2025-12-11", false)]
    public void The_child_is_two_months_or_more_and_under_one_on_the_day(string birth, bool taken)
    {
        var answers = edition.Form.Example(Day);
        answers["session"] = "2026-12-10-massage";
        answers["children"]![0]!["birthDate"] = birth;
        var judged = edition.Validate(answers, Day);
        Assert.Equal(taken, judged.Valid);
        if (!taken) Assert.Equal(["answer.own"], judged.Codes("children[0].birthDate"));
    }

    [Fact]
    public void Childcare_asks_for_each_brother_or_sister()
    {
        var answers = edition.Form.Example(Day);
        answers["wantsChildcare"] = true;
        Assert.Equal(["answer.tooFewItems"], edition.Validate(answers, Day).Codes("siblings"));
        answers["siblings"] = new JsonArray(new JsonObject { ["ageInMonths"] = 30, ["allergy"] = "卵" });
        Assert.True(edition.Validate(answers, Day).Valid);
    }

    [Fact]
    public void An_interpreter_needs_a_language()
    {
        var answers = edition.Form.Example(Day);
        answers["support"] = new JsonArray("interpreter");
        Assert.Equal(["answer.missing"], edition.Validate(answers, Day).Codes("language"));
    }

    private IEnumerable<string> Sessions(DateOnly today) => edition.Sessions(today).Select(s => s.Day.ToString("yyyy-MM-dd"));
}
