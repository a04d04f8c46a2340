using System.Text.Json;

namespace Procedures.Tests.Persons;

/// <summary>Each procedure as people with names meet it: who is sent away, what is asked of whom, what results.</summary>
public sealed class PersonTests
{
    public static TheoryData<string> Slugs => [.. PersonFiles.Slugs];

    public static TheoryData<string, string> Everybody
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var slug in PersonFiles.Slugs)
                foreach (var person in PersonFiles.Of(slug)) data.Add(slug, person.Name);
            return data;
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public void A_person_meets_what_the_division_would_expect(string slug, string name) =>
        Assert.Empty(new PersonCheck(LibraryFiles.Edition(slug), PersonFiles.Of(slug).Single(p => p.Name == name)).Run());

    [Theory, MemberData(nameof(Slugs))]
    public void A_procedure_has_three_persons_or_more(string slug) => Assert.True(PersonFiles.Of(slug).Count >= 3, slug);

    [Theory, MemberData(nameof(Slugs))]
    public void Every_exit_and_condition_of_a_procedure_is_met_by_somebody(string slug) => Assert.Empty(Gaps(LibraryFiles.Text(slug), PersonFiles.Of(slug)));

    [Fact]
    public void Every_procedure_of_the_library_has_its_persons() =>
        Assert.Equal(LibraryFiles.Slugs.Order(StringComparer.Ordinal), PersonFiles.Slugs);

    [Theory]
    [InlineData("""{ }""", "nothing is expected")]
    [InlineData("""{ "exit": "emergency" }""", "exit: emergency expected, nothing found")]
    [InlineData("""{ "asked": ["lightNumber"] }""", "lightNumber is not asked")]
    [InlineData("""{ "notAsked": ["email"] }""", "email is asked")]
    [InlineData("""{ "notAsked": ["fax"] }""", "there is no question fax")]
    [InlineData("""{ "errors": { "detail": "answer.missing" } }""", "errors: detail expected, nothing found")]
    [InlineData("""{ "warnings": ["detail"] }""", "warnings: detail expected, nothing found")]
    [InlineData("""{ "documents": ["photo"] }""", "documents: photo expected, nothing found")]
    [InlineData("""{ "later": ["photo"] }""", "later: photo expected, nothing found")]
    [InlineData("""{ "pages": ["what"] }""", "pages: what expected, what place contact found")]
    [InlineData("""{ "computed": { "total": 300 } }""", "total: 300 expected, nothing found")]
    [InlineData("""{ "fee": 300 }""", "fee: 300 expected, 0 found")]
    public void A_wrong_expectation_is_told(string expect, string told) =>
        Assert.StartsWith(told, Differences($$"""{ "name": "浜口 直人", "story": "穴を見つけた", "today": "2026-11-20", "expect": {{expect}} }""")[0]);

    [Theory]
    [InlineData("""{ "publicPlace": "港町一丁目" }""", "{}", "result publicPlace: ")]
    [InlineData("{}", """{ "result.handledOn": "answer.missing" }""", "errors: ")]
    public void A_wrong_result_is_told(string expect, string errors, string told) => Assert.StartsWith(told, Assert.Single(Differences($$"""
        { "name": "浜口 直人", "story": "穴を見つけた", "today": "2026-11-20", "expect": { "asked": ["email"] }, "result": { "disposition": "completion",
          "given": { "outcome": "repaired", "handledOn": "2026-11-21", "publicText": "埋めました。" }, "expect": {{expect}}, "errors": {{errors}} } }
        """)));

    [Fact]
    public void An_unknown_word_in_a_file_of_persons_is_refused() => Assert.Throws<JsonException>(() =>
        PersonFiles.Read("""{ "persons": [{ "name": "浜口 直人", "story": "穴を見つけた", "today": "2026-11-20", "expect": { "exits": "emergency" } }] }"""));

    [Fact]
    public void What_nobody_meets_is_named()
    {
        const string Definition = """
            { "requiredDocuments": [{ "id": "proof", "when": { "eq": ["$away", true] } }, { "id": "always" }],
              "form": { "pages": [
                { "id": "start", "questions": [{ "id": "away" }, { "id": "stays", "visibleWhen": { "eq": ["$away", false] } }], "exits": [{ "id": "elsewhere" }] },
                { "id": "second", "visibleWhen": { "any": "items", "where": true }, "questions": [
                  { "id": "items", "questions": [{ "id": "why", "visibleWhen": { "eq": ["$away", true] } }] },
                  { "id": "number", "visibleWhen": { "eq": ["$values.ask", 1] } }] }] } }
            """;
        Assert.Equal([
            "document proof is asked of nobody", "document proof is left out for nobody", "nobody reaches the exit elsewhere",
            "question stays is asked of nobody", "question stays is left out for nobody",
            "page second is asked of nobody", "page second is left out for nobody",
            "question items.why is asked of nobody", "question items.why is left out for nobody"], Gaps(Definition, []));
        var persons = PersonFiles.Read("""
            { "persons": [
              { "name": "甲", "story": "", "today": "2026-11-20", "expect": { "documents": ["proof", "always"], "asked": ["items[0].why"] } },
              { "name": "乙", "story": "", "today": "2026-11-20", "expect": { "documents": ["always"], "notAsked": ["items[1].why"] } },
              { "name": "丙", "story": "", "today": "2026-11-20", "expect": { "exit": "elsewhere", "notAsked": ["stays", "items[0].why"] } },
              { "name": "丁", "story": "", "today": "2026-11-20", "expect": { "pages": ["start"], "asked": ["stays"] } }] }
            """);
        Assert.Empty(Gaps(Definition, persons));
    }

    private static IReadOnlyList<string> Gaps(string definition, IReadOnlyList<Person> persons)
    {
        using var json = JsonDocument.Parse(definition);
        return new PersonCoverage(json.RootElement, persons).Gaps();
    }

    private static IReadOnlyList<string> Differences(string person) =>
        new PersonCheck(LibraryFiles.Edition("doro-tsuho"), PersonFiles.Read($$"""{ "persons": [{{person}}] }""")[0]).Run();
}
