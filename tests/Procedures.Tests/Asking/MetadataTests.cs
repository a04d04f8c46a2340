using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.Domain.Reading;

namespace Procedures.Tests.Asking;

/// <summary>Opening, limits, fees by rule, and what a definition takes from the vocabulary.</summary>
public sealed class MetadataTests
{
    [Fact]
    public void Opening_is_told_in_Tokyo_time()
    {
        var edition = Edition(d => (d["opens"], d["closes"]) = ("2026-04-01T09:00", "2026-05-01T00:00"));
        Assert.False(edition.IsOpen(new DateTime(2026, 3, 31, 23, 59, 59, DateTimeKind.Utc)));
        Assert.True(edition.IsOpen(new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.False(edition.IsOpen(new DateTime(2026, 4, 30, 15, 0, 0, DateTimeKind.Utc)));
        Assert.True(Edition(_ => { }).IsOpen(DateTime.UnixEpoch));
    }

    [Fact]
    public void A_fee_is_quantity_times_unit_price()
    {
        var edition = Edition(d => d["fee"] = JsonNode.Parse("""{"kind": "fixed", "charge": "handlingFee", "amount": {"multiply": [{"count": "children"}, 300]}, "text": "1件300円"}"""));
        using var answers = JsonDocument.Parse(edition.Form.Example(SmallForm.Day).ToJsonString());
        Assert.Equal((true, Charge.HandlingFee, 300L), (edition.Fee.IsComputed, edition.Fee.Charge, edition.FeeOf(answers.RootElement, SmallForm.Day)));
        Assert.Equal(0, Edition(_ => { }).FeeOf(answers.RootElement, SmallForm.Day));
    }

    [Fact]
    public void The_rest_is_read()
    {
        var edition = Edition(d =>
        {
            (d["pia"], d["documentType"], d["formNumber"], d["personalDataFile"], d["recordedOn"]) = ("評価書", "申込書", "様式第1号", "講座参加者", "2026-04-01");
            (d["limits"], d["exportLayout"]) = (JsonNode.Parse("""{"oncePer": "household", "capacity": 20}"""), new JsonArray("email", "applicant"));
        });
        Assert.Equal(("評価書", "申込書", "様式第1号", "講座参加者"), (edition.Pia, edition.DocumentType, edition.FormNumber, edition.PersonalDataFile));
        Assert.Equal((new Limits(OncePer.Household, 20), new DateOnly(2026, 4, 1)), (edition.Limits, edition.RecordedOn));
        Assert.Equal(["email", "applicant"], edition.ExportLayout);
    }

    [Fact]
    public void A_bank_question_stands_in_whole_with_its_overrides()
    {
        var (filled, faults) = Fill("""{"form":{"pages":[{"questions":[{"use":"email","required":true},{"type":"householdMembers","id":"family","max":3}]}]}}""");
        Assert.Empty(faults.Found);
        var questions = filled["form"]!["pages"]![0]!["questions"]!;
        Assert.Equal(("email", "email", true), ((string?)questions[0]!["id"], (string?)questions[0]!["type"], (bool?)questions[0]!["required"]));
        Assert.Equal(("family", "group", 3), ((string?)questions[1]!["id"], (string?)questions[1]!["type"], (int?)questions[1]!["max"]));
        Assert.Equal("spouse", (string?)questions[1]!["questions"]![2]!["options"]![0]!["code"]);
    }

    [Theory]
    [InlineData("""{"use":"nobody"}""", "$.form.pages[0].questions[0].use")]
    [InlineData("""{"use":7}""", "$.form.pages[0].questions[0].use")]
    [InlineData("""{"id":"x","type":"choice","options":{"file":"nowhere"}}""", "$.form.pages[0].questions[0].options.file")]
    [InlineData("""{"id":"x","type":"choice","options":{"file":"../questions"}}""", "$.form.pages[0].questions[0].options.file")]
    public void What_the_vocabulary_lacks_is_named(string question, string place) =>
        Assert.Equal(place, Fill("""{"form":{"pages":[{"questions":[""" + question + "]}]}}").Faults.Found[0].Path);

    [Fact]
    public void Every_question_of_the_bank_can_be_asked()
    {
        var bank = JsonNode.Parse(File.ReadAllText(Path.Combine(LibraryFiles.Folder(), "../vocabulary/questions.json")))!.AsObject();
        var (filled, _) = Fill("""{"form":{"pages":[{"questions":[""" + string.Join(',', bank.DistinctBy(q => (string?)q.Value!["id"] ?? q.Key).Select(q => "{\"use\":\"" + q.Key + "\"}")) + "]}]}}");
        var (edition, faults) = SmallForm.Read(filled["form"]!["pages"]![0]!["questions"]!.ToJsonString());
        Assert.All(faults.Found, f => Assert.StartsWith("$.example", f.Path));
        Assert.True(edition is not null || faults.Found.Count > 0);
        Assert.DoesNotContain(faults.Untranslated, p => p.Contains("questions"));
    }

    private static (JsonNode Filled, FaultList Faults) Fill(string json)
    {
        var faults = new FaultList("test.json");
        return (JsonNode.Parse(new Vocabulary(Path.Combine(LibraryFiles.Folder(), "../vocabulary")).Fill(json, faults))!, faults);
    }

    private static ProcedureEdition Edition(Action<JsonObject> change)
    {
        var definition = JsonNode.Parse(LibraryFiles.Text("kosodate-koza"))!.AsObject();
        change(definition);
        var (edition, faults) = SmallForm.ReadJson(definition.ToJsonString());
        return edition ?? throw new InvalidOperationException(string.Join('\n', faults.Found));
    }
}
