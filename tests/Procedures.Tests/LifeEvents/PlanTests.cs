using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests.LifeEvents;

/// <summary>Deadlines by 民法, things to do once each, and what the answers may be.</summary>
public sealed class PlanTests
{
    private const string Move = """{"id":"movedOn","type":"date","label":"言葉","required":false},{"id":"dog","type":"yesNo","label":"言葉","required":false}""";

    [Theory]
    [InlineData("2026-11-10", "\"days\":14", "2026-11-24")]
    [InlineData("2026-11-10", "\"days\":7,\"firstDayCounts\":true", "2026-11-16")]
    [InlineData("2026-11-08", "\"days\":14", "2026-11-24")] // the 22nd is a Sunday, the 23rd a holiday
    [InlineData("2026-12-15", "\"days\":14", "2027-01-04")] // 29 December to 3 January
    [InlineData("2026-11-08", "\"days\":14,\"fixed\":true", "2026-11-22")]
    [InlineData("2026-11-30", "\"months\":3,\"fixed\":true", "2027-02-28")]
    [InlineData("2026-02-28", "\"months\":3,\"fixed\":true", "2026-05-31")] // counted from 1 March to the end of May
    [InlineData("2026-10-30", "\"months\":4,\"fixed\":true", "2027-02-28")] // there is no 31 February
    [InlineData("2026-03-31", "\"years\":2,\"fixed\":true", "2028-03-31")]
    [InlineData("2028-02-29", "\"years\":1,\"fixed\":true", "2029-02-28")]
    public void The_last_day_is_counted_as_the_civil_code_does(string from, string length, string last)
    {
        var plan = Small(Step($$""","deadline":{"from":"$movedOn",{{length}},"text":"言葉"}""")).Plan($$"""{"movedOn":"{{from}}"}""", new DateOnly(2026, 1, 5));
        Assert.Equal(DateOnly.Parse(last), Assert.Single(plan.Steps).Deadline!.Day);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_day_at_the_end_of_the_calendar_is_refused_calmly(string day) =>
        Assert.Equal("movedOn", Assert.Single(Small(Step(""","deadline":{"from":"$movedOn","years":3,"text":"言葉"}""")).Plan($$"""{"movedOn":"{{day}}"}""", LifeFiles.Day).Errors).Field);

    [Theory]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-11-25", true)]
    public void A_deadline_has_passed_the_day_after(string today, bool passed)
    {
        var plan = Small(Step(""","deadline":{"from":"$movedOn","days":14,"text":"言葉"}""")).Plan("""{"movedOn":"2026-11-10"}""", DateOnly.Parse(today));
        Assert.Equal(passed, Assert.Single(plan.Steps).Deadline!.Passed);
    }

    [Fact]
    public void Without_the_day_the_words_remain()
    {
        var deadline = Assert.Single(Small(Step(""","deadline":{"from":"$movedOn","days":14,"law":"住民基本台帳法22条","text":"言葉"}""")).Plan("{}", LifeFiles.Day).Steps).Deadline!;
        Assert.Equal((null, false, "住民基本台帳法22条", "ことば"), (deadline.Day, deadline.Passed, deadline.Law, deadline.Text.Ja));
    }

    [Fact]
    public void What_two_rules_yield_is_to_do_once_at_the_earlier_time()
    {
        var life = LifeFiles.Event("saigai");
        var plan = life.Plan("""{"damagedOn":"2026-11-20","cause":"wind","home":"part","tenure":"rented","evacuated":false,"harm":["belongings","car"],"payHard":false,"child":false,"care":false}""", LifeFiles.Day);
        var certificate = Assert.Single(plan.Steps, s => s.Procedure?.Slug == "risai-shomei");
        Assert.Equal(("certificateHome", StepPhase.First, 2), (certificate.Id, certificate.Phase, certificate.Why.Count));
        Assert.Equal("""["home","belongings"]""", certificate.Carried["targets"]!.ToJsonString());
        Assert.Equal("rented", (string?)certificate.Carried["tenure"]);
        Assert.Equal(certificate.Documents.Count, certificate.Documents.DistinctBy(d => d.Title.Ja).Count());
        Assert.Contains(certificate.Documents, d => certificate.Procedure!.RequiredDocuments.Any(r => r.Title.Ja == d.Title.Ja));
    }

    [Fact]
    public void A_day_the_form_would_refuse_is_not_carried()
    {
        var plan = LifeFiles.Event("taishoku").Plan("""{"leftOn":"2027-01-31","next":"seeking","insurance":"kokuho","age":"under60","spouse":true,"payHard":true}""", LifeFiles.Day);
        var pension = plan.Steps.Single(s => s.Procedure?.Slug == "nenkin").Carried;
        Assert.False(pension.ContainsKey("eventDate"));
        Assert.Equal("""["typeChange","exemption"]""", pension["kinds"]!.ToJsonString());
        Assert.True((bool)pension["spouseToo"]!);
    }

    [Fact]
    public void Faulty_answers_give_errors_and_no_steps()
    {
        var plan = LifeFiles.Event("okuyami").Plan("""{"diedOn":"2030-01-01","reported":"yes","livedHere":true,"cat":1}""", LifeFiles.Day);
        Assert.Empty(plan.Steps);
        Assert.Equal(["cat", "diedOn", "funeral", "head", "heir", "insurance", "reported"], plan.Errors.Select(e => e.Field).Order());
    }

    private static LifeEvent Small(string step)
    {
        var (life, faults) = LifeFiles.Small($"[{Move}]", $"[{step}]");
        Assert.True(life is not null, string.Join('\n', faults.Found));
        return life;
    }

    private static string Step(string more) =>
        $$$"""{"id":"only","when":{"not":{"eq":["$dog",true]}},"phase":"first","elsewhere":{"title":"言葉","office":"citizens"},"why":"言葉"{{{more}}}}""";
}
