using System.Text.Json.Nodes;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio.Conditions;
using Madoguchi.Studio.Editing;
using Madoguchi.Studio.Formulas;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests;

/// <summary>Every form of every procedure of the library, opened and saved as it is, leaves the definition as it was.</summary>
public sealed class RoundTripTests(Cities cities) : IClassFixture<Cities>
{
    [Fact]
    public async Task Saving_without_a_change_changes_nothing_in_all_procedures_of_the_library()
    {
        var city = await cities.On("sqlite");
        await using var scope = city.Services.CreateAsyncScope();
        var things = scope.ServiceProvider.GetRequiredService<Things>();
        var library = city.Get<IDefinitions>().Library;
        Assert.Equal(53, library.Count);
        var forms = 0;
        foreach (var (slug, item) in library)
        {
            var definition = Definition.Parse(item.Definition);
            var before = definition.Text;
            foreach (var (kind, key) in All(definition))
            {
                var thing = things.Find(definition, kind, key);
                Assert.True(thing is not null, $"{slug} {kind} {key}");
                new FieldWriter(FieldValues.Of(thing.Object, thing.Fields)).Write(thing.Object, thing.Fields);
                Assert.True(before == definition.Text, $"{slug} {kind} {key}");
                forms++;
            }
        }

        Assert.True(forms > 2000, $"{forms} forms");
    }

    [Fact]
    public async Task A_condition_taken_apart_means_the_same_when_put_together()
    {
        var city = await cities.On("sqlite");
        var definitions = city.Get<IDefinitions>();
        var (apart, fine) = (0, 0);
        foreach (var item in definitions.Library.Values)
        {
            var definition = Definition.Parse(item.Definition);
            var form = definitions.Read(item.Definition).Edition!.Form;
            var root = System.Text.Json.JsonDocument.Parse(item.Definition).RootElement;
            foreach (var (key, _, question) in definition.Questions().Where(q => q.Question["visibleWhen"] is not null))
            {
                var of = ConditionOf.Find(definition, "question", key)!;
                if (new ClauseReader(of.Find).Read(of.Condition) is not { } clauses)
                {
                    fine++;
                    continue;
                }

                apart++;
                var written = ClauseWriter.Write(clauses, of.Find)!;
                Assert.Equal(Say(of.Condition!), Say(written));
                string Say(JsonNode condition) => definitions.Say(form, root, System.Text.Json.JsonSerializer.SerializeToElement(condition), of.Group);
            }
        }

        Assert.True(apart > 300 && apart > fine, $"{apart} apart, {fine} finer");
    }

    [Fact]
    public async Task Every_calculation_and_rule_of_the_library_can_be_taken_apart_and_is_the_same_when_put_together()
    {
        var city = await cities.On("sqlite");
        var (steps, kept) = (0, new List<string>());
        foreach (var (slug, item) in city.Get<IDefinitions>().Library)
            foreach (var (place, node) in Expressions(JsonNode.Parse(item.Definition)!)) Walk(node, $"{slug} {place}");
        Assert.True(steps > 2000, $"{steps} steps");
        // Only the place among the items of several groups is left to the file.
        Assert.True(kept.TrueForAll(k => k.Contains("\"position\"", StringComparison.Ordinal)), string.Join('\n', kept));

        void Walk(JsonNode? node, string place)
        {
            if (FormulaNode.IsSimple(node)) return;
            var read = FormulaNode.Read(node);
            steps++;
            if (read.Kind == FormulaKinds.Kept)
            {
                kept.Add($"{place} {node!.ToJsonString()}");
                return;
            }

            Assert.True(JsonNode.DeepEquals(node, read.Write()), $"{place} {node!.ToJsonString()} {read.Write()?.ToJsonString()}");
            for (var i = 0; i < read.Parts.Count; i++)
            {
                Assert.True(JsonNode.DeepEquals(FormulaNode.At(node, $"{i}", null)!.Value.Node, read.Parts[i]), place);
                Assert.True(JsonNode.DeepEquals(FormulaNode.With(node, $"{i}", read.Parts[i]), node), place);
                Walk(read.Parts[i], place);
            }

            if (read.Where is not null) Walk(read.Where, place);
        }
    }

    // Whatever stands where the format has an expression.
    private static IEnumerable<(string Place, JsonNode Node)> Expressions(JsonNode node)
    {
        if (node is JsonArray list) return list.OfType<JsonNode>().SelectMany(Expressions);
        if (node is not JsonObject many) return [];
        var found = new List<(string, JsonNode)>();
        foreach (var (key, value) in many)
        {
            if (value is null || key is "example" or "notices") continue;
            if (key is "visibleWhen" or "when" or "where" or "value" or "required" or "amount" or "min" or "max" && value is JsonObject expression && expression["ja"] is null) found.Add((value.GetPath(), value));
            else found.AddRange(Expressions(value));
        }

        return found;
    }

    private static IEnumerable<(string Kind, string Key)> All(Definition definition)
    {
        foreach (var fact in FactForms.Of(definition)) yield return ("facts", fact);
        foreach (var page in definition.Pages) yield return ("page", Definition.Id(page!));
        foreach (var (key, _, _) in definition.Questions()) yield return ("question", key);
        foreach (var document in definition.Documents) yield return ("document", Definition.Id(document!));
        foreach (var exit in definition.Pages.SelectMany(p => p!["exits"] as JsonArray ?? [])) yield return ("exit", Definition.Id(exit!));
        foreach (var (name, _) in definition.Root["notices"]!.AsObject()) yield return ("notice", name);
        foreach (var (kind, own) in Things.Mails(definition))
            if (own) yield return ("mail", kind);
        foreach (var (key, _) in definition.AllComputed()) yield return ("computed", key);
        foreach (var (key, ending) in definition.Endings())
        {
            if (key != Definition.Completion) yield return ("disposition", key);
            foreach (var field in ending["result"]!.AsArray())
            {
                yield return ("result", $"{key}.{Definition.Id(field!)}");
                foreach (var column in field!["columns"] as JsonArray ?? []) yield return ("result", $"{key}.{Definition.Id(field)}.{Definition.Id(column!)}");
            }
        }
    }
}
