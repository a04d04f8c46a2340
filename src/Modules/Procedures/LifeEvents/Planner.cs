namespace Madoguchi.Procedures.LifeEvents;

/// <summary>From answers to what there is to do: in order, each thing once.</summary>
internal sealed class Planner(LifeEvent life, DateOnly today, Language language)
{
    public LifeEventPlan Run(JsonElement answers)
    {
        var judged = life.Form.Validate(answers, today, language);
        if (!judged.Valid) return new LifeEventPlan(judged.Errors, []);
        var scope = new AnswerReader(life.Form, today, language).Read(answers);
        var steps = life.Steps.Where(s => s.When?.Holds(scope) != false).GroupBy(s => s.Name).Select(same => Merged([.. same.Select(s => Planned(s, scope))]));
        return new LifeEventPlan([], [.. steps.OrderBy(s => s.Phase)]);
    }

    private PlannedStep Planned(LifeStep step, Scope scope) => new()
    {
        Id = step.Id,
        Title = step.Procedure?.Title ?? step.Elsewhere!.Title,
        Procedure = step.Procedure,
        Where = step.Elsewhere?.Where,
        Phase = step.Phase,
        Why = [step.Why],
        Deadline = step.Deadline?.On(scope, life.Form.Context.Calendar),
        Documents = [.. step.Documents, .. step.Procedure?.RequiredDocuments.Select(d => new PlannedDocument(d.Title, d.Who, d.Text)) ?? []],
        Fee = step.Fee ?? step.Procedure?.Fee.Text,
        Carried = Carried(step, scope),
    };

    /// <summary>The earliest phase and deadline of all the rules that yield it; what they carry completes one another.</summary>
    private static PlannedStep Merged(IReadOnlyList<PlannedStep> same)
    {
        if (same.Count == 1) return same[0];
        var carried = new JsonObject();
        foreach (var (key, value) in same.SelectMany(s => s.Carried)) carried.TryAdd(key, value?.DeepClone());
        return same[0] with
        {
            Phase = same.Min(s => s.Phase),
            Why = [.. same.SelectMany(s => s.Why).DistinctBy(w => w.Ja)],
            Deadline = same.Select(s => s.Deadline).OfType<PlannedDeadline>().OrderBy(d => d.Day ?? DateOnly.MaxValue).FirstOrDefault(),
            Documents = [.. same.SelectMany(s => s.Documents).DistinctBy(d => d.Title.Ja)],
            Carried = carried,
        };
    }

    /// <summary>What the form would refuse, or would end at, is not carried: it is better asked there.</summary>
    private JsonObject Carried(LifeStep step, Scope scope)
    {
        var carried = new JsonObject();
        foreach (var carry in step.Carries)
            if (carry.Value(scope) is { } value) carried[carry.Question] = value;
        if (carried.Count == 0) return carried;
        using var json = JsonDocument.Parse(carried.ToJsonString());
        foreach (var error in step.Procedure!.Form.Validate(json.RootElement, today, language).Errors) carried.Remove(error.Field);
        return carried;
    }
}
