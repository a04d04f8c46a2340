using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Tests.Properties;

/// <summary>What the interpreter found of one set of answers.</summary>
internal sealed record Outcome(
    List<string> Pages, List<string> Visible, List<string> Required, SortedDictionary<string, object> Computed, string? Exit,
    List<string> Documents, List<string> Later, List<string> Warnings, SortedSet<string> Errors);

/// <summary>The form as docs/procedure-format.md tells it, walked over the JSON itself; nothing is compiled, nothing remembered.</summary>
internal sealed class Interpreter
{
    private readonly JsonObject definition, answers;
    private readonly DateOnly today;
    private readonly Evaluator evaluator;
    private readonly SortedSet<string> errors = new(StringComparer.Ordinal);
    private readonly List<string> visible = [], required = [], pages = [], later = [], warnings = [];
    private readonly SortedDictionary<string, object> computed = new(StringComparer.Ordinal);

    private Interpreter(JsonObject definition, JsonObject answers, DateOnly today)
    {
        (this.definition, this.answers, this.today) = (definition, answers, today);
        evaluator = new Evaluator(definition, today, Value);
    }

    public static Outcome Run(JsonObject definition, JsonObject answers, DateOnly today) => new Interpreter(definition, answers, today).Run();

    private static Place Form { get; } = new(null, -1);

    private IEnumerable<JsonObject> Pages => definition["form"]!["pages"]!.AsArray().Select(p => p!.AsObject());

    private Outcome Run()
    {
        FindUnknown(null, answers, "");
        string? exit = null;
        foreach (var page in Pages)
        {
            if (page["visibleWhen"] is { } when && !evaluator.Holds(when, Form)) continue;
            pages.Add((string)page["id"]!);
            foreach (var question in List(page["questions"])) Question(Form, question, "");
            if (List(page["exits"]).FirstOrDefault(e => evaluator.Holds(e["when"], Form)) is not { } leads) continue;
            exit = (string)leads["id"]!;
            errors.Add((string)leads["question"]!);
            break;
        }

        foreach (var made in List(definition["form"]!["computed"])) Compute(Form, made, "");
        var documents = List(definition["requiredDocuments"]).Where(d => d["when"] is not { } when || evaluator.Holds(when, Form)).Select(d => (string)d["id"]!).ToList();
        return new Outcome(pages, visible, required, computed, exit, documents, later, warnings, errors);
    }

    private void Question(Place at, JsonObject question, string prefix)
    {
        if (!IsVisible(at, question)) return;
        var (id, type) = ((string)question["id"]!, (string)question["type"]!);
        var key = prefix + id;
        visible.Add(key);
        if (type == "info") return;

        var given = Read(at, question);
        foreach (var wrong in given.Wrong) errors.Add(wrong.Length == 0 ? key : key + wrong);
        var must = question["required"] is not { } condition || evaluator.Holds(condition, at);
        if (must) required.Add(key);
        var promised = question["document"] is { } document && MayFollow(question) && Value(at, id + "Later") is true ? (string)document! : null;
        if (given.Value is null)
        {
            if (promised is not null) later.Add(promised);
            else if (must && given.Wrong.Count == 0) errors.Add(key);
            return;
        }

        if (given.Value is List<Place> items) Items(key, question, items);
        Judge(at, key, question, given.Value, given.Wrong.Contains("Other"));
        foreach (var check in List(question["checks"])) if (evaluator.Holds(check["when"], at)) errors.Add(key);
        foreach (var warning in List(question["warnings"])) if (evaluator.Holds(warning["when"], at)) warnings.Add(key);
    }

    private void Items(string key, JsonObject group, List<Place> items)
    {
        var least = (decimal?)group["min"] ?? (group["required"] is { } r && r.GetValueKind() == JsonValueKind.False ? 0 : 1);
        if (items.Count < least) errors.Add(key);
        foreach (var item in items)
        {
            foreach (var question in List(group["questions"])) Question(item, question, $"{key}[{item.Index}].");
            foreach (var made in List(group["computed"])) Compute(item, made, $"{key}[{item.Index}].");
        }
    }

    /// <summary>What depends on other answers; what a value alone shows is found in reading it.</summary>
    private void Judge(Place at, string key, JsonObject question, object value, bool otherIsWrong)
    {
        switch (value)
        {
            case DateOnly day when (string)question["type"]! == "date":
                Limits(at, key, question, day);
                break;
            case Dictionary<string, object> period:
                var (from, to) = ((DateOnly)period["from"], (DateOnly)period["to"]);
                Limits(at, key, question, from);
                Limits(at, key, question, to);
                if (question["maxDays"] is { } most && to.DayNumber - from.DayNumber + 1 > (int)most) errors.Add(key);
                break;
            case string code when (string)question["type"]! == "choice":
                if (code == "other" && !otherIsWrong && Value(at, question["id"] + "Other") is null) errors.Add(key + "Other");
                if (question["optionsOf"] is not { } parent || List(question["options"]).FirstOrDefault(o => (string)o["code"]! == code)?["of"] is not JsonArray { Count: > 0 } of) break;
                if (evaluator.Value(parent, at) is not string chosen || !of.Any(c => (string)c! == chosen)) errors.Add(key);
                break;
            case false when (string)question["type"]! == "declaration":
                errors.Add(key);
                break;
        }
    }

    private void Limits(Place at, string key, JsonObject question, DateOnly day)
    {
        var birth = (bool?)question["birth"] == true;
        var least = Limit(question["min"]) ?? (birth ? today.AddYears(-130) : null);
        var most = Limit(question["max"]) ?? (birth ? today : null);
        if (day < least || day > most) errors.Add(key);

        DateOnly? Limit(JsonNode? expression) => expression is null ? null : evaluator.Value(expression, at) as DateOnly?;
    }

    private void Compute(Place at, JsonObject made, string prefix)
    {
        if (evaluator.Value(made["value"], at) is not { } value) return;
        computed[prefix + made["id"]] = value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;
    }

    private void FindUnknown(JsonObject? group, JsonObject given, string prefix)
    {
        var questions = group is null ? Pages.SelectMany(p => List(p["questions"])).ToList() : List(group["questions"]).ToList();
        foreach (var (name, value) in given)
        {
            var question = questions.Find(q => (string)q["id"]! == name && (string)q["type"]! != "info");
            if (question is null && !questions.Exists(q => IsExtra(q, name))) errors.Add(prefix + name);
            if (question is null || (string)question["type"]! != "group" || value is not JsonArray items || items.Count > ((int?)question["max"] ?? 10)) continue;
            foreach (var (item, i) in items.Select((v, i) => (v, i))) if (item is JsonObject inner) FindUnknown(question, inner, $"{name}[{i}].");
        }
    }

    private bool IsExtra(JsonObject question, string name) =>
        (name == question["id"] + "Other" && (bool?)question["other"] == true) || (name == question["id"] + "Later" && MayFollow(question));

    private bool MayFollow(JsonObject question) => Document(question)?["laterUntilDays"] is not null;

    private JsonObject? Document(JsonObject question) =>
        question["document"] is { } id ? List(definition["requiredDocuments"]).First(d => (string)d["id"]! == (string)id!) : null;

    private bool IsVisible(Place at, JsonObject question)
    {
        if (at.Group is null && Pages.First(p => List(p["questions"]).Contains(question))["visibleWhen"] is { } page && !evaluator.Holds(page, Form)) return false;
        if (question["visibleWhen"] is { } when && !evaluator.Holds(when, at)) return false;
        return Document(question)?["when"] is not { } needed || evaluator.Holds(needed, at);
    }

    /// <summary>What a name stands for: of the same item first, then of the form; absent when hidden or unreadable.</summary>
    private object? Value(Place at, string name)
    {
        if (at.Group is not null && Questions(at).Concat(Computed(at)).All(q => (string)q["id"]! != name) && !Questions(at).Any(q => IsExtra(q, name))) return Value(Form, name);
        if (Computed(at).FirstOrDefault(c => (string)c["id"]! == name) is { } made) return evaluator.Value(made["value"], at);
        if (Questions(at).FirstOrDefault(q => (string)q["id"]! == name) is { } question) return IsVisible(at, question) ? Read(at, question).Value : null;

        var owner = Questions(at).First(q => IsExtra(q, name));
        if (!IsVisible(at, owner)) return null;
        var whole = Read(at, owner).Value;
        if (name.EndsWith("Later", StringComparison.Ordinal) && MayFollow(owner)) return whole is null && Given(at)?[name]?.GetValueKind() == JsonValueKind.True ? true : null;
        return whole is "other" ? Reading.Other(Given(at)?[name]).Value : null;
    }

    private Reading Read(Place at, JsonObject question)
    {
        var id = (string)question["id"]!;
        var read = Reading.Of(question, Given(at)?[id], id);
        if ((bool?)question["other"] == true && Reading.Other(Given(at)?[id + "Other"]).Wrong.Count > 0) read = read with { Wrong = [.. read.Wrong, "Other"] };
        if (MayFollow(question) && Given(at)?[id + "Later"] is { } mark && mark.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) read = read with { Wrong = [.. read.Wrong, "Later"] };
        return read;
    }

    private JsonObject? Given(Place at) => at.Group is null ? answers : answers[at.Group]![at.Index] as JsonObject;

    private IEnumerable<JsonObject> Questions(Place at) =>
        at.Group is null ? Pages.SelectMany(p => List(p["questions"])) : List(Questions(Form).First(q => (string)q["id"]! == at.Group)["questions"]);

    private IEnumerable<JsonObject> Computed(Place at) =>
        at.Group is null ? List(definition["form"]!["computed"]) : List(Questions(Form).First(q => (string)q["id"]! == at.Group)["computed"]);

    private static IEnumerable<JsonObject> List(JsonNode? list) => list is JsonArray items ? items.Select(i => i!.AsObject()) : [];
}
