using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Procedures.Tests.Schema;

/// <summary>Schema and reader know the same keys, words and operators: each object gets every word of the reader as a key, each word is replaced by nonsense.</summary>
public sealed class AgreementTests
{
    // The key that stands for a question of the bank is gone before the reader sees a definition.
    private static readonly HashSet<string> Words = [.. Written.WordsOfTheReader().Where(w => w != "use")];

    private static readonly string[] Definitions = [Everything.Definition, LibraryFiles.Text("jido-teate-nintei"), LibraryFiles.Text("kosodate-koza"), LibraryFiles.Text("doro-senyo")];

    [Fact]
    public void Keys_are_the_same_everywhere()
    {
        var met = new HashSet<string>();
        var differences = new List<string>();
        foreach (var definition in Definitions)
            foreach (var (place, path, type) in Objects(definition).Where(o => met.Add(o.Place + o.Type)).ToList())
            {
                var (reader, schema) = UnknownKeys(definition, path);
                if (!reader.SetEquals(schema)) differences.Add($"{place} {type} {path}: only the reader refuses [{string.Join(' ', reader.Except(schema))}], only the schema [{string.Join(' ', schema.Except(reader))}]");
            }

        Assert.Empty(differences);
        var all = Shipped.Places("additionalProperties", v => v.ValueKind == JsonValueKind.False).Concat(Shipped.Places("unevaluatedProperties", v => v.ValueKind == JsonValueKind.False));
        var missed = all.Where(IsReadByTheReader).Where(p => !met.Any(m => m.StartsWith(p, StringComparison.Ordinal))).ToList();
        Assert.Empty(missed);
        Assert.Equal(22, met.Count(m => m.StartsWith("#/$defs/question/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Lists_of_words_are_the_same_everywhere()
    {
        var met = new HashSet<string>();
        var differences = new List<string>();
        foreach (var definition in Definitions)
            foreach (var (place, path) in Lists(definition).Where(l => met.Add(l.Place)).ToList())
            {
                var (reader, schema) = KnownWords(definition, path);
                if (reader.Count == 0 || !reader.SetEquals(schema)) differences.Add($"{place} {path}: the reader knows [{string.Join(' ', reader.Order())}], the schema [{string.Join(' ', schema.Order())}]");
            }

        Assert.Empty(differences);
        var missed = Shipped.Places("enum", _ => true).Where(IsReadByTheReader).Where(p => !p.Contains("propertyNames") && !p.Contains("/not/")).Except(met).ToList();
        Assert.Empty(missed);
    }

    [Fact]
    public void Operators_are_the_same()
    {
        var questions = Words.Select((w, i) => $$$"""{"id":"q{{{i}}}","type":"info","label":"問い","visibleWhen":{"{{{w}}}":[]}}""");
        var faults = SmallForm.Read($"[{string.Join(',', questions)}]").Faults.Found;
        var known = Words.Where(w => !faults.Any(f => f.Reason == $"unknown operator {w}")).ToHashSet();
        var rule = Shipped.Schema.GetProperty("$defs").GetProperty("rule").GetProperty("anyOf").EnumerateArray();
        var schema = Shipped.Schema.GetProperty("$defs").GetProperty("operators").GetProperty("properties").EnumerateObject().Select(p => p.Name)
            .Concat(rule.Where(r => r.TryGetProperty("required", out _)).Select(r => r.GetProperty("required")[0].GetString()!));
        Assert.Equal(known.Order(), schema.Order());
    }

    // Expressions are compared operator by operator, letters are read by another module.
    private static bool IsReadByTheReader(string place) => !place.StartsWith("#/$defs/rule", StringComparison.Ordinal) && !place.StartsWith("#/$defs/block", StringComparison.Ordinal)
        && !place.StartsWith("#/$defs/cond", StringComparison.Ordinal) && place != "#/$defs/options/anyOf/1/additionalProperties" || place.StartsWith("#/$defs/booking", StringComparison.Ordinal);

    private static List<(string Place, string Path, string Type)> Objects(string definition)
    {
        var found = new List<(string, string, string)>();
        using var json = JsonDocument.Parse(definition);
        new SchemaCheck(Shipped.Schema)
        {
            Closed = (place, path, instance) =>
            {
                if (IsReadByTheReader(place)) found.Add((place, path, place.StartsWith("#/$defs/question/", StringComparison.Ordinal) ? instance.GetProperty("type").GetString()! : ""));
            },
        }.Judge(json.RootElement);
        return found;
    }

    private static List<(string Place, string Path)> Lists(string definition)
    {
        var found = new List<(string, string)>();
        using var json = JsonDocument.Parse(definition);
        new SchemaCheck(Shipped.Schema) { Words = (place, path) => { if (IsReadByTheReader(place) && !place.Contains("propertyNames") && !place.Contains("/not/")) found.Add((place, path)); } }.Judge(json.RootElement);
        return found;
    }

    private static (HashSet<string> Reader, HashSet<string> Schema) UnknownKeys(string definition, string path)
    {
        var changed = JsonNode.Parse(definition)!;
        var at = Find(changed, path)!.AsObject();
        foreach (var word in Words) at.TryAdd(word, null);
        var json = changed.ToJsonString();
        return
        (
            [.. SmallForm.ReadJson(json).Faults.Found.Where(f => f.Reason == "unknown key" && Words.Contains(f.Path[(path.Length + 1)..])).Select(f => f.Path[(path.Length + 1)..])],
            [.. Shipped.Judge(json).Where(r => r.Keyword is "additionalProperties" or "unevaluatedProperties" && r.Path == $"{path}.{r.About}").Select(r => r.About)]
        );
    }

    private static (HashSet<string> Reader, HashSet<string> Schema) KnownWords(string definition, string path)
    {
        var changed = JsonNode.Parse(definition)!;
        Replace(changed, path);
        var json = changed.ToJsonString();
        return
        (
            [.. SmallForm.ReadJson(json).Faults.Found.Where(f => f.Path == path && f.Reason.StartsWith("must be one of ", StringComparison.Ordinal)).SelectMany(f => f.Reason["must be one of ".Length..].Split(", "))],
            [.. Shipped.Judge(json).Where(r => r.Path == path && r.Keyword == "enum").SelectMany(r => r.About.Split(", "))]
        );
    }

    private static JsonNode? Find(JsonNode root, string path) => Steps(path).Aggregate((JsonNode?)root, (at, step) => int.TryParse(step, out var i) ? at![i] : at![step]);

    private static void Replace(JsonNode root, string path)
    {
        var steps = Steps(path);
        var at = steps[..^1].Aggregate((JsonNode?)root, (a, step) => int.TryParse(step, out var i) ? a![i] : a![step])!;
        if (int.TryParse(steps[^1], out var index)) at[index] = "nonsense";
        else at[steps[^1]] = "nonsense";
    }

    private static string[] Steps(string path) => [.. Regex.Matches(path[1..], "[^.\\[\\]]+").Select(m => m.Value)];
}
