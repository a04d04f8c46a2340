using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;

namespace Procedures.Tests.Persons;

/// <summary>Holds a person's answers against what is expected; one sentence for each difference.</summary>
internal sealed class PersonCheck(ProcedureEdition edition, Person person)
{
    private readonly List<string> differences = [];
    private readonly JsonObject answers = person.Answers(edition);

    public IReadOnlyList<string> Run()
    {
        var (expect, judged) = (person.Expect, edition.Validate(answers, person.Today));
        if (!expect.SaysSomething && person.Result is null) differences.Add("nothing is expected");
        Same("exit", expect.Exit, judged.Exit?.Id);
        Errors(WithExit(expect), judged.Errors);
        Set("warnings", expect.Warnings, judged.Warnings.Select(w => w.Field).Distinct());
        Set("documents", expect.Documents, judged.Documents);
        Set("later", expect.Later, judged.Later);
        if (expect.Pages is { } pages) Same("pages", string.Join(' ', pages), string.Join(' ', judged.Pages));
        Visible(expect, judged.Visible);
        foreach (var (name, value) in expect.Computed) Same(name, Plain(value), Plain(judged.Computed.GetValueOrDefault(name)));
        if (expect.Fee is { } fee) Same("fee", fee, Fee());
        if (person.Result is { } result) Result(result);
        return differences;
    }

    private Dictionary<string, string> WithExit(Expected expect)
    {
        var errors = expect.Errors.ToDictionary();
        if (edition.Form.Pages.SelectMany(p => p.Exits).FirstOrDefault(e => e.Id == expect.Exit) is { } exit) errors.TryAdd(exit.Question, "answer.exit");
        return errors;
    }

    private void Errors(IReadOnlyDictionary<string, string> expected, IReadOnlyList<FieldError> errors)
    {
        Set("errors", expected.Keys, errors.Select(e => e.Field).Distinct());
        foreach (var (key, words) in expected)
            if (errors.Any(e => e.Field == key) && !errors.Any(e => e.Field == key && Says(e, words))) differences.Add($"the error of {key} does not say {words}: {errors.Listed()}");
    }

    private static bool Says(FieldError error, string words) =>
        error.Code == words || error.Arguments.Any(a => a is { Name: "text", Value: LocalizedText text } && ((string)text).Contains(words, StringComparison.Ordinal));

    private void Visible(Expected expect, IReadOnlyList<string> visible)
    {
        foreach (var key in expect.Asked.Concat(expect.NotAsked).Where(k => edition.Form.Question(k) is null)) differences.Add($"there is no question {key}");
        foreach (var key in expect.Asked.Except(visible)) differences.Add($"{key} is not asked");
        foreach (var key in expect.NotAsked.Intersect(visible)) differences.Add($"{key} is asked");
    }

    private void Result(ExpectedResult expected)
    {
        using var json = JsonDocument.Parse(answers.ToJsonString());
        var result = edition.CheckResult(expected.Disposition, expected.Given, json.RootElement, person.Today);
        Errors(expected.Errors, result.Errors);
        var found = JsonNode.Parse(result.Json)!;
        foreach (var (name, value) in expected.Expect)
            if (!JsonNode.DeepEquals(JsonNode.Parse(value.GetRawText()), found[name])) differences.Add($"result {name}: {value.GetRawText()} expected, {found[name]?.ToJsonString() ?? "nothing"} found");
    }

    private long? Fee()
    {
        using var json = JsonDocument.Parse(answers.ToJsonString());
        return edition.FeeOf(json.RootElement, person.Today);
    }

    private static object? Plain(object? value) => value is JsonElement json ? json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.GetDecimal(),
        JsonValueKind.Null => null,
        _ => json.GetString(),
    } : value;

    private void Set(string what, IEnumerable<string>? expected, IEnumerable<string> found)
    {
        if (expected is not null) Same(what, string.Join(' ', expected.Order(StringComparer.Ordinal)), string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    private void Same(string what, object? expected, object? found)
    {
        if (!Equals(expected, found)) differences.Add($"{what}: {Shown(expected)} expected, {Shown(found)} found");
    }

    private static object Shown(object? value) => value is null or "" ? "nothing" : value;
}
