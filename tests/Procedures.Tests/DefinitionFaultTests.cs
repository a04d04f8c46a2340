using System.Text.Json.Nodes;

namespace Procedures.Tests;

/// <summary>A faulty definition is refused with place and reason and never throws.</summary>
public sealed class DefinitionFaultTests
{
    [Theory]
    [InlineData("""[{"id":"a","type":"text","label":"あ","colour":"red"}]""", "questions[0].colour", "unknown key")]
    [InlineData("""[{"id":"a","type":"sound","label":"あ"}]""", "questions[0].type", "must be one of")]
    [InlineData("""[{"id":"A b","type":"text","label":"あ"}]""", "questions[0].id", "must be an id")]
    [InlineData("""[{"id":"a","type":"text"}]""", "questions[0].label", "is missing")]
    [InlineData("""[{"id":"a","type":"text","label":"あ"},{"id":"a","type":"text","label":"い"}]""", "questions[1]", "used twice")]
    [InlineData("""[{"id":"a","type":"text","label":"あ","visibleWhen":{"eq":["$b","x"]}}]""", "visibleWhen.eq[0]", "unknown question")]
    [InlineData("""[{"id":"a","type":"number","label":"あ","visibleWhen":{"eq":["$a",1]}}]""", "form", "depends on itself")]
    [InlineData("""[{"id":"a","type":"number","label":"あ"},{"id":"b","type":"text","label":"い","visibleWhen":{"eq":["$a","x"]}}]""", "visibleWhen.eq", "compares")]
    [InlineData("""[{"id":"a","type":"text","label":"あ","visibleWhen":"$today"}]""", "visibleWhen", "unknown")]
    [InlineData("""[{"id":"a","type":"text","label":"あ","visibleWhen":{"nand":[true]}}]""", "visibleWhen.nand", "unknown operator")]
    [InlineData("""[{"id":"a","type":"choice","label":"あ","options":[{"code":"x","label":"x"}]},{"id":"b","type":"text","label":"い","visibleWhen":{"eq":["$a","y"]}}]""", "visibleWhen.eq", "no option")]
    [InlineData("""[{"id":"a","type":"text","label":"あ","pattern":{"regex":"(","message":"m"}}]""", "pattern", "no usable pattern")]
    [InlineData("""[{"id":"a","type":"text","label":"あ","pattern":{"regex":"(a)\\1","message":"m"}}]""", "pattern", "no usable pattern")]
    [InlineData("""[{"id":"a","type":"file","label":"あ","document":"nowhere"}]""", "document", "unknown document")]
    [InlineData("""[{"id":"a","type":"choice","label":"あ","other":true,"options":[{"code":"x","label":"x"}],"visibleWhen":{"exists":"$aOther"}}]""", "form", "depends on itself")]
    [InlineData("""["a",1,null]""", "questions[0]", "must be an object")]
    public void The_place_and_the_reason_are_named(string questions, string place, string reason)
    {
        var (edition, faults) = SmallForm.Read(questions);
        Assert.Null(edition);
        Assert.Contains(faults.Found, f => f.Path.Contains(place) && f.Reason.Contains(reason) && f.File == "test.json");
    }

    [Fact]
    public void Computed_values_that_need_each_other_are_a_fault()
    {
        var (edition, faults) = SmallForm.Read("[]", """[{"id":"a","label":"a","value":{"add":["$b",1]}},{"id":"b","label":"b","value":{"add":["$a",1]}}]""");
        Assert.Null(edition);
        Assert.Contains(faults.Found, f => f.Reason.Contains("depends on itself"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"slug\":1,\"slug\":2}")]
    [InlineData("{\"title\":\"\\ud800\"}")]
    public void Nonsense_is_a_fault(string json)
    {
        var (edition, faults) = SmallForm.ReadJson(json);
        Assert.Null(edition);
        Assert.NotEmpty(faults.Found);
    }

    [Fact]
    public void Deep_nesting_is_a_fault()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"not\":", 5000)) + "true" + new string('}', 5000);
        Assert.NotEmpty(SmallForm.ReadJson(deep).Faults.Found);
    }

    [Theory]
    [InlineData("jido-teate-nintei")]
    [InlineData("kosodate-koza")]
    public void Any_part_replaced_by_something_else_never_throws(string slug)
    {
        var original = LibraryFiles.Text(slug);
        var paths = Paths(JsonNode.Parse(original)!, []).ToList();
        foreach (var (path, index) in paths.Select((p, i) => (p, i)).Where(p => p.i % 29 == 0))
        {
            var broken = JsonNode.Parse(original)!;
            Replace(broken, path, (index / 29 % 4) switch { 0 => null, 1 => JsonValue.Create(-7), 2 => JsonValue.Create("$nowhere"), _ => new JsonArray(new JsonObject()) });
            SmallForm.ReadJson(broken.ToJsonString());
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node, object[] at) => node switch
    {
        JsonObject o => o.SelectMany(p => new[] { (object[])[.. at, p.Key] }.Concat(p.Value is null ? [] : Paths(p.Value, [.. at, p.Key]))),
        JsonArray a => a.SelectMany((v, i) => new[] { (object[])[.. at, i] }.Concat(v is null ? [] : Paths(v, [.. at, i]))),
        _ => [],
    };

    private static void Replace(JsonNode root, object[] path, JsonNode? with)
    {
        var at = root;
        foreach (var step in path[..^1]) at = step is string key ? at[key]! : at[(int)step]!;
        if (path[^1] is string last) at[last] = with;
        else at[(int)path[^1]] = with;
    }
}
