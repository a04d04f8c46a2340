using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Procedures.Catalogue;
using Procedures.Tests.Lint;

namespace Procedures.Tests.Schema;

/// <summary>The shipped JSON Schema takes what the reader takes and refuses what it refuses, as far as a schema can know.</summary>
public sealed class SchemaTests
{
    /// <summary>Faults a schema cannot see: what refers to something else, and what only a pattern's engine knows.</summary>
    private static readonly string[] OnlyTheReaderKnows =
    [
        "used twice", "unknown question", "depends on itself", "compares", "unknown", "no option", "no usable pattern", "unknown document",
        "$.slug", "$.exportLayout[0]", "$", "$.form", "$.form.pages[0].exits[0].when.eq",
    ];

    public static TheoryData<string> Slugs => [.. LibraryFiles.Slugs];

    [Theory, MemberData(nameof(Slugs))]
    public void A_file_of_the_library_is_taken_as_written_and_as_published(string slug)
    {
        Assert.Empty(Shipped.Judge(File.ReadAllText(Path.Combine(LibraryFiles.Folder(), slug + ".json"))));
        Assert.Empty(Shipped.Judge(LibraryFiles.Text(slug)));
    }

    [Fact]
    public void A_definition_with_everything_is_taken_by_both()
    {
        Assert.Empty(SmallForm.ReadJson(Everything.Definition).Faults.Found);
        Assert.Empty(Shipped.Judge(Everything.Definition));
    }

    [Fact]
    public void Every_question_of_the_bank_may_be_used_and_changed()
    {
        using var bank = JsonDocument.Parse(File.ReadAllText(Path.Combine(LibraryFiles.Folder(), "../vocabulary/questions.json")));
        var uses = bank.RootElement.EnumerateObject().Select(q => $$"""{"use":"{{q.Name}}","id":"{{q.Name}}","required":false,"help":"こたえてください"}""");
        Assert.Empty(Shipped.Judge(SmallForm.Definition($"[{string.Join(',', uses)}]")));
        var filled = bank.RootElement.EnumerateObject().Select(q => With(q.Value, q.Name));
        Assert.Empty(Shipped.Judge(SmallForm.Definition($"[{string.Join(',', filled)}]")));
        Assert.Contains(Shipped.Judge(SmallForm.Definition("""[{"use":"applicant","colour":"red"}]""")), r => r.Path.EndsWith(".colour", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Faults =>
    [
        .. Written.Rows(typeof(DefinitionFaultTests), nameof(DefinitionFaultTests.The_place_and_the_reason_are_named)).Select(r => new TheoryDataRow<string, string>(SmallForm.Definition(r[0]), r[2])),
        .. Written.Rows(typeof(SeededFaultTests), nameof(SeededFaultTests.Is_found)).Where(r => r[4] == "structure").Select(r => new TheoryDataRow<string, string>(Judged.Changed(r[0], r[1], r[2]), r[3])),
    ];

    [Theory, MemberData(nameof(Faults))]
    public void A_seeded_fault_is_refused_when_a_schema_can_know_it(string definition, string fault)
    {
        var refused = Shipped.Judge(definition);
        if (OnlyTheReaderKnows.Contains(fault)) Assert.Empty(refused);
        else Assert.NotEmpty(refused);
    }

    [Theory]
    [InlineData("{\"$schema\": \"x\", \"slug\": \"a\", \"form\": {\"$schema\": \"kept\"}}", "{\"slug\": \"a\", \"form\": {\"$schema\": \"kept\"}}")]
    [InlineData("{ \"slug\": \"あ\",\n  \"$schema\": \"x\",\n  \"title\": 1 }\n", "{ \"slug\": \"あ\",\n  \"title\": 1 }\n")]
    [InlineData("{\"slug\": {\"a\": [1]}, \"$schema\": \"x\" }", "{\"slug\": {\"a\": [1]} }")]
    [InlineData("{\"$schema\": \"x\"}", "{}")]
    [InlineData("{\"slug\": \"$schema\"}", "{\"slug\": \"$schema\"}")]
    [InlineData("{\"$schema\": 1}", "{\"$schema\": 1}")]
    [InlineData("{\"$schema\": \"x\", ", "{\"$schema\": \"x\", ")]
    public void Publication_drops_the_name_of_the_schema_and_nothing_else(string written, string published) => Assert.Equal(published, SchemaKey.Drop(written));

    [Theory, MemberData(nameof(Slugs))]
    public void A_file_that_names_the_schema_is_published_as_without_it(string slug)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("schema-").FullName;
        try
        {
            var written = File.ReadAllText(Path.Combine(LibraryFiles.Folder(), slug + ".json"));
            var named = "{\n  \"$schema\": \"../docs/procedure-format.schema.json\"," + written[(written.IndexOf('{') + 1)..];
            Assert.Empty(Shipped.Judge(named));
            File.WriteAllText(Path.Combine(folder, slug + ".json"), named);
            var read = new Library(new Vocabulary(Path.Combine(LibraryFiles.Folder(), "../vocabulary"))).Read(folder).Single();
            Assert.Empty(read.Faults);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(LibraryFiles.Text(slug)), JsonNode.Parse(read.Definition!)));
            Assert.Empty(SmallForm.ReadJson(read.Definition!).Faults.Found);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static string With(JsonElement question, string id)
    {
        var made = JsonNode.Parse(question.GetRawText())!.AsObject();
        made["id"] ??= id;
        return made.ToJsonString();
    }
}
