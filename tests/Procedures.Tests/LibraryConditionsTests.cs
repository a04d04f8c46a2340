using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests;

/// <summary>Conditions of 道路占用許可, 住民票の写し, 要介護認定 and 罹災証明書 that a slip in a definition would break.</summary>
public sealed class LibraryConditionsTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Theory]
    [InlineData("scaffold", "2026-12-01", "2031-11-30", true)]
    [InlineData("scaffold", "2026-12-01", "2031-12-01", false)]
    [InlineData("pipe", "2026-12-01", "2036-11-30", true)]
    [InlineData("pipe", "2026-12-01", "2036-12-01", false)]
    public void A_road_is_occupied_five_years_at_most_and_ten_by_public_utilities(string kind, string from, string to, bool taken)
    {
        var judged = Judge("doro-senyo", a =>
        {
            (a["from"], a["to"]) = (from, to);
            foreach (var item in a["objects"]!.AsArray()) item!["kind"] = kind;
        });
        Assert.Equal(taken ? [] : ["answer.own"], judged.Codes("to"));
    }

    [Fact]
    public void A_utility_beside_other_objects_stays_at_five_years() =>
        Assert.Equal(["answer.own"], Judge("doro-senyo", a => (a["to"], a["objects"]![0]!["kind"]) = ("2033-01-01", "pole")).Codes("to"));

    [Theory]
    [InlineData("7999901000001", true)]
    [InlineData("7999901000002", false)]
    public void A_corporate_number_has_its_check_digit(string number, bool taken) =>
        Assert.Equal(taken ? [] : ["answer.notCorporateNumber"], Judge("doro-senyo", a => a["corporateNumber"] = number).Codes("corporateNumber"));

    [Theory]
    [InlineData("doro-senyo", "road", "national", "nationalRoad")]
    [InlineData("doro-senyo", "road", "prefectural", "prefecturalRoad")]
    [InlineData("doro-senyo", "category", "abolish", "abolish")]
    [InlineData("juminhyo-utsushi", "subject", "thirdParty", "thirdParty")]
    [InlineData("kaigo-nintei", "kind", "renewal", "renewal")]
    [InlineData("risai-shomei", "cause", "fire", "fire")]
    public void Some_answers_lead_elsewhere(string slug, string question, string code, string exit)
    {
        var judged = Judge(slug, a => a[question] = code);
        Assert.Equal(exit, judged.Exit?.Id);
        Assert.Equal(["answer.exit"], judged.Codes(question));
    }

    [Fact]
    public void A_permit_says_everything_the_application_holds_but_the_charge()
    {
        var edition = LibraryFiles.Edition("doro-senyo");
        Assert.Equal(["result.charge"], Result(edition, "grant", "{}").Errors.Select(e => e.Field));
        var result = JsonNode.Parse(Result(edition, "grant", """{"charge":24600}""").Json)!;
        Assert.Equal("市道港町12号線（みなと台市港町一丁目5番地先） 歩道 地上", result["place"]!.GetValue<string>());
        Assert.Equal("工事用足場（単管）（単位 ㎡）", result["objects"]![0]!["name"]!.GetValue<string>());
        Assert.Equal("2027-01-21", result["payBy"]!.GetValue<string>());
    }

    [Fact]
    public void Two_divisions_concur_in_parallel()
    {
        var route = LibraryFiles.Edition("doro-senyo").Route;
        Assert.Equal([(1, "own:chief"), (2, "gesui.manager"), (2, "toshi.manager"), (3, "own:manager")], route.Select(s => (s.Step, s.Post)));
    }

    [Theory]
    [InlineData(2, "ordinary", 710)]
    [InlineData(2, "registered", 1060)]
    [InlineData(10, "express", 3480)]
    public void Copies_cost_their_fee_and_the_postage(int copies, string method, int total) =>
        Assert.Equal((decimal)total, Judge("juminhyo-utsushi", a => (a["copies"], a["postMethod"]) = (copies, method)).Computed["total"]);

    [Fact]
    public void The_individual_number_on_a_copy_needs_its_reason_and_recipient()
    {
        var judged = Judge("juminhyo-utsushi", a =>
        {
            a["items"] = new JsonArray("myNumber");
            a.Remove("submitTo");
        });
        Assert.Equal(["answer.missing"], judged.Codes("submitTo"));
        Assert.Equal(["answer.missing"], judged.Codes("myNumberUse"));
        Assert.Contains(judged.Warnings, w => w.Field == "items");
    }

    [Theory]
    [InlineData("1961-11-23", false)] // 65 at the end of the day before the birthday
    [InlineData("1961-11-24", true)]
    public void Under_sixty_five_a_specified_disease_is_asked(string birth, bool asked)
    {
        var judged = Judge("kaigo-nintei", a => a["birthDate"] = birth);
        Assert.Equal(asked ? ["answer.notChosen"] : [], judged.Codes("disease"));
        Assert.Equal(asked, judged.Documents.Contains("healthInsurance"));
        Assert.Equal(!asked, judged.Documents.Contains("insuranceCard"));
    }

    [Theory]
    [InlineData("1986-11-23", true)]
    [InlineData("1986-11-24", false)]
    public void Nobody_under_forty_is_insured(string birth, bool taken) =>
        Assert.Equal(taken ? [] : ["answer.own"], Judge("kaigo-nintei", a => a["birthDate"] = birth).Codes("birthDate"));

    [Theory]
    [InlineData("2026-11-22", "2027-05-31")]
    [InlineData("2026-10-01", "2027-03-31")]
    public void A_certification_runs_six_months_to_the_end_of_a_month(string arrived, string until)
    {
        var edition = LibraryFiles.Edition("kaigo-nintei");
        var result = JsonNode.Parse(Result(edition, "grant", """{"careLevel":"care2","monthlyUnits":19705}""", DateOnly.Parse(arrived)).Json)!;
        Assert.Equal((arrived, until), (result["validFrom"]!.GetValue<string>(), result["validTo"]!.GetValue<string>()));
    }

    [Fact]
    public void Photographs_are_asked_only_for_self_assessment()
    {
        Assert.True(Judge("risai-shomei", _ => { }).Valid);
        var self = Judge("risai-shomei", a => a["selfAssessment"] = true);
        Assert.Equal(["answer.noFile"], self.Codes("photoFiles"));
        Assert.DoesNotContain("survey", self.Pages);
    }

    [Fact]
    public void Damage_to_other_property_is_reported_without_a_survey()
    {
        var judged = Judge("risai-shomei", a => a["targets"] = new JsonArray("belongings"));
        Assert.Equal(["answer.tooFewItems"], judged.Codes("properties"));
        Assert.All(["building", "damage", "method", "survey"], page => Assert.DoesNotContain(page, judged.Pages));
    }

    [Fact]
    public void A_certificate_needs_only_what_the_survey_found()
    {
        var edition = LibraryFiles.Edition("risai-shomei");
        var given = """{"referenceNumber":"19-00045","grade":"mediumHalf","resurveyBy":"2027-02-22"}""";
        var result = Result(edition, "grant", given);
        Assert.True(result.Valid, result.Errors.Listed());
        Assert.Equal("みなと台市灯台通三丁目8番1号", JsonNode.Parse(result.Json)!["buildingAddress"]!.GetValue<string>());
        Assert.False(Result(edition, "grant", given.Replace("mediumHalf", "ruined", StringComparison.Ordinal)).Valid);
    }

    private static Checked Judge(string slug, Action<JsonObject> change)
    {
        var edition = LibraryFiles.Edition(slug);
        var answers = edition.Form.Example(Day);
        change(answers);
        return edition.Validate(answers, Day);
    }

    private static CheckedResult Result(ProcedureEdition edition, string disposition, string given, DateOnly? arrived = null)
    {
        using var result = JsonDocument.Parse(given);
        using var answers = JsonDocument.Parse(edition.Form.Example(arrived ?? Day).ToJsonString());
        return edition.CheckResult(disposition, result.RootElement, answers.RootElement, arrived ?? Day, Language.Ja);
    }
}
