using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Conditions;

/// <summary>条件: sentences put together from lists. What is finer than that is shown in words and stays until somebody replaces it.</summary>
internal sealed class ConditionPage(EditDraft edit, DraftReads reads, IDefinitions definitions) : EditPage
{
    private const int MostClauses = 20;

    public ConditionOf Of { get; private set; } = null!;

    public string Kind { get; private set; } = "";

    public string Key { get; private set; } = "";

    public bool Any { get; private set; }

    /// <summary>What stands in the rows; the last one is empty.</summary>
    public IReadOnlyList<Clause> Rows { get; private set; } = [];

    /// <summary>The condition as it is kept, in words; null when it always applies.</summary>
    public string? Words { get; private set; }

    /// <summary>It cannot be said in rows.</summary>
    public bool IsFine { get; private set; }

    public IReadOnlyList<Choice> Questions => [.. Of.Asked.Select(a => new Choice(a.Id, a.Label))];

    public IReadOnlyList<Choice> Comparing(JsonObject question) => [.. Comparisons.Of(question).Select(c => new Choice(c, Text[$"staff.studio.is.{(Definition.Type(question) == "date" ? "date." : "")}{c}"]))];

    /// <summary>Answers to choose from; null where one is typed.</summary>
    public IReadOnlyList<Choice>? Answers(JsonObject question) => Definition.Type(question) switch
    {
        "choice" or "choices" => [.. (question["options"] as JsonArray ?? []).Select(o => new Choice(o!["code"]!.ToString(), Phrases.Ja(o["label"])))],
        "yesNo" or "declaration" => [new Choice("true", Phrases.Ja(question["yes"]) is { Length: > 0 } yes ? yes : "はい"), new Choice("false", Phrases.Ja(question["no"]) is { Length: > 0 } no ? no : "いいえ")],
        _ => null,
    };

    public async Task OnGetAsync(Guid id, string kind, string key, CancellationToken stop)
    {
        await ShowAsync(id, kind, key, stop);
        var read = new ClauseReader(Of.Find).Read(Of.Condition);
        (IsFine, Any, Rows) = (read is null, read?.Any ?? false, [.. read?.Items ?? [], new Clause("", "", [])]);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string kind, string key, [FromForm] long version, [FromForm] string? act, [FromForm] string? join, CancellationToken stop)
    {
        await ShowAsync(id, kind, key, stop);
        Any = join == "or";
        Rows = act == "always" ? [] : Typed();
        if (act != "always" && Unfinished())
        {
            if (Rows.Count < MostClauses) Rows = [.. Rows, new Clause("", "", [])];
            return Page();
        }

        if (!ModelState.IsValid) return Page();
        var saved = await edit.RunAsync(id, version, Text["staff.studio.did.condition", ("what", Of.Name)].ToString(), definition => Write(definition, act == "always"), stop);
        if (!saved.Refused) return ToHome();
        await ShowRefusalAsync(id, version, saved, _ => null, stop);
        Of = ConditionOf.Find(Definition, kind, key) ?? Of;
        Rows = [.. Rows, new Clause("", "", [])];
        return Page();
    }

    // What cannot be said in rows stays until something is put in its place: saving nothing is no wish to ask everybody.
    private Result Write(Definition definition, bool always)
    {
        if (ConditionOf.Find(definition, Kind, Key) is not { } of) return Refusals.Gone;
        var before = new ClauseReader(of.Find).Read(of.Condition);
        if (before is null && Rows.Count == 0 && !always) return Result.Ok;
        if (before is not null && before.Items.SequenceEqual(Rows) && (before.Any == Any || Rows.Count < 2)) return Result.Ok;
        of.Put(ClauseWriter.Write(new Clauses(Any, Rows), of.Find));
        return Result.Ok;
    }

    /// <summary>Rows whose question was just chosen get their comparisons first; what is missing or wrong is said beside its field.</summary>
    private bool Unfinished()
    {
        var fresh = false;
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (Of.Find(row.Question) is not { } question)
            {
                ModelState.AddModelError($"c{i}.question", Text["error.option"].Source);
                continue;
            }

            if (!Comparisons.Of(question).Contains(row.Is)) fresh = true;
            else if (Comparisons.TakesValue(row.Is) && Fault(question, row) is { } fault) ModelState.AddModelError($"c{i}.value", Text[fault].Source);
        }

        return fresh || !ModelState.IsValid;
    }

    private string? Fault(JsonObject question, Clause row)
    {
        if (row.Values.Count == 0) return "staff.studio.condition.value";
        if (Answers(question) is { } answers) return row.Values.All(v => answers.Any(a => a.Value == v)) ? row.Values.Count > 1 && !Comparisons.TakesMany(question, row.Is) ? "staff.studio.condition.one" : null : "error.option";
        if (Definition.Type(question) is "number" or "yen") return decimal.TryParse(row.Values[0], NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? null : "staff.studio.condition.number";
        return null;
    }

    private List<Clause> Typed()
    {
        var rows = new List<Clause>();
        for (var i = 0; i < MostClauses; i++)
        {
            var question = Request.Form[$"c{i}.question"].ToString();
            if (question.Length == 0) continue;
            // Comparisons and answers shown were those of another question when it was changed meanwhile.
            var same = Request.Form[$"c{i}.shown"] == question;
            var values = Request.Form[$"c{i}.value"].OfType<string>().Select(v => TextRules.HalfWidth(v).Trim()).Where(v => v.Length > 0).ToList();
            rows.Add(new Clause(question, same ? Request.Form[$"c{i}.is"].ToString() : "", same ? values : []));
        }

        return [.. rows.Select(r => r.Is.Length > 0 && !Comparisons.TakesValue(r.Is) ? r with { Values = [] } : r)];
    }

    private async Task ShowAsync(Guid id, string kind, string key, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        (Kind, Key) = (kind, key);
        Of = ConditionOf.Find(Definition, kind, key) ?? throw new NotFoundException();
        if (Of.Condition is { } condition && condition.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False) && reads.Of(Draft) is { } read)
            Words = definitions.Say(read.Edition.Form, read.Root, JsonSerializer.SerializeToElement(condition), Of.Group);
    }
}
