using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests.Properties;

/// <summary>
/// The compiled engine and a slow interpreter of the documents judge random answers to random definitions alike.
/// A failure names its case; <c>MADOGUCHI_PROPERTY_CASE=seed,size,answers</c> runs that alone, <c>MADOGUCHI_PROPERTY_RUNS</c> says how many are tried.
/// </summary>
public sealed class EngineTests
{
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("MADOGUCHI_PROPERTY_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : 150;

    /// <summary>A definition by seed and number of questions, and the seed of the answers to it.</summary>
    private sealed record Case(int Seed, int Size, int Answers)
    {
        public override string ToString() => $"MADOGUCHI_PROPERTY_CASE={Seed},{Size},{Answers}";
    }

    [Fact]
    public void The_engine_judges_as_the_documents_say() => All(Compare);

    [Fact]
    public void Answers_once_made_regular_stay_as_they_are() => All((form, definition, answers) =>
    {
        var first = Judge(form, answers);
        var again = Judge(form, JsonNode.Parse(first.Answers)!.AsObject());
        Same("answers", [first.Answers], [again.Answers]);
        Same("pages", first.Pages, again.Pages);
        Same("visible", first.Visible, again.Visible);
        Same("required", first.Required, again.Required);
        Same("computed", Told(first.Computed), Told(again.Computed));
        Same("documents", first.Documents, again.Documents);
        Same("exit", [first.Exit?.Id ?? ""], [again.Exit?.Id ?? ""]);
    });

    private static void All(Action<Form, JsonObject, JsonObject> holds)
    {
        if (Environment.GetEnvironmentVariable("MADOGUCHI_PROPERTY_CASE") is { Length: > 0 } one)
        {
            var parts = one.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
            Try(new Case(parts[0], parts[1], parts[2]), holds, only: true);
            return;
        }

        var cases = from seed in Gen.Choose(0, int.MaxValue - 1) from size in Gen.Choose(1, 14) from answers in Gen.Choose(0, int.MaxValue - 10) select new Case(seed, size, answers);
        var any = Arb.From(cases, c => Enumerable.Range(1, c.Size - 1).Select(size => c with { Size = size }));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Runs), Prop.ForAll(any, c => Try(c, holds)));
    }

    /// <summary>Several sets of answers to one definition.</summary>
    private static void Try(Case tried, Action<Form, JsonObject, JsonObject> holds, bool only = false)
    {
        var definition = new RandomForm(tried.Seed, tried.Size).Definition;
        var (edition, faults) = SmallForm.ReadJson(definition.ToJsonString());
        if (edition is null) throw new InvalidOperationException($"{tried}: the definition has faults: {string.Join("; ", faults.Found)}");
        for (var i = 0; i < (only ? 1 : 8); i++)
        {
            var answers = new RandomAnswers(new Random(tried.Answers + i)).For(definition);
            try
            {
                holds(edition.Form, definition, answers);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{tried with { Answers = tried.Answers + i }}: {e.Message}\n{definition["form"]!.ToJsonString()}\n{definition["requiredDocuments"]!.ToJsonString()}\n{answers.ToJsonString()}\n{e.StackTrace}", e);
            }
        }
    }

    private static void Compare(Form form, JsonObject definition, JsonObject answers)
    {
        var told = Interpreter.Run(definition, answers, SmallForm.Day);
        var judged = Judge(form, answers);
        Same("pages", told.Pages, judged.Pages);
        Same("visible", told.Visible, judged.Visible);
        Same("required", told.Required, judged.Required);
        Same("computed", Told(told.Computed), Told(judged.Computed));
        Same("exit", [told.Exit ?? ""], [judged.Exit?.Id ?? ""]);
        Same("documents", told.Documents, judged.Documents);
        Same("later", told.Later, judged.Later);
        Same("warnings", told.Warnings, judged.Warnings.Select(w => w.Field));
        Same("errors", told.Errors, judged.Errors.Select(e => e.Field).Distinct().Order(StringComparer.Ordinal));
    }

    private static Checked Judge(Form form, JsonObject answers)
    {
        using var json = JsonDocument.Parse(answers.ToJsonString());
        return form.Validate(json.RootElement, SmallForm.Day);
    }

    private static IEnumerable<string> Told(IEnumerable<KeyValuePair<string, object>> computed) =>
        computed.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} = {(c.Value is decimal number ? number.ToString("0.############################", CultureInfo.InvariantCulture) : c.Value)}");

    private static void Same(string what, IEnumerable<string> told, IEnumerable<string> judged)
    {
        var (expected, actual) = (string.Join(" | ", told), string.Join(" | ", judged));
        if (expected != actual) throw new InvalidOperationException($"{what}: the documents say [{expected}], the engine [{actual}]");
    }
}
