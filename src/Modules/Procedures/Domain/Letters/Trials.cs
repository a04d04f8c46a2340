namespace Madoguchi.Procedures.Domain.Letters;

/// <summary>A way to end with its example: <c>Kind</c> is that of a disposition or <c>completion</c>.</summary>
internal sealed record Ending(string Kind, string Place, IReadOnlyList<ResultField> Fields, ResultExample Example, IReadOnlyList<string> Notices)
{
    public static IEnumerable<Ending> Of(ProcedureEdition edition)
    {
        foreach (var d in edition.Dispositions.Values) yield return new Ending(d.Kind, $"$.dispositions.{d.Kind}", d.Result, d.Example, [d.Notice, .. d.AlsoNotices]);
        if (edition.Completion is { } c) yield return new Ending("completion", "$.completion", c.Result, c.Example, c.Notice is { } notice ? [notice] : []);
    }

    /// <summary>The example as an officer would give it on a day; null when there is none.</summary>
    public CheckedResult? Check(ProcedureEdition edition, JsonElement answers, DateOnly day)
    {
        if (Example.Values is not { } values) return null;
        using var given = JsonDocument.Parse((ExampleAnswers.Resolve(values, edition.Form, day) ?? new JsonObject()).ToJsonString());
        return edition.CheckResult(Kind, given.RootElement, answers, day);
    }
}

/// <summary>Every letter of an edition, filled with its examples.</summary>
internal static class Trials
{
    public static IReadOnlyList<LetterTrial> Of(ProcedureEdition edition, DateOnly day)
    {
        using var answers = JsonDocument.Parse(edition.Form.Example(day).ToJsonString());
        var canonical = edition.Form.Validate(answers.RootElement, day).Answers;
        var trials = new List<LetterTrial>();
        foreach (var ending in Ending.Of(edition))
        {
            if (ending.Check(edition, answers.RootElement, day) is not { Valid: true } result) continue;
            foreach (var name in ending.Notices)
                Add(name, ending.Fields, LetterValues.Result(result.Json, ending.Fields), ending.Example.Reasons, ending.Example.Conditions);
        }

        if (edition.Period.ExtensionNotice is { } extension)
            Add(extension, [], new JsonObject { ["dueOn"] = Iso(day), ["until"] = Iso(day.AddDays(14)) }, ["審査に必要な書類が、見込みの日までに届かないためです。"], []);
        return trials;

        void Add(string name, IReadOnlyList<ResultField> fields, JsonObject result, IReadOnlyList<string> reasons, IReadOnlyList<string> conditions)
        {
            if (edition.Notices.GetValueOrDefault(name) is not { Template: null } notice) return;
            trials.Add(new LetterTrial(
                notice, edition.Letter(name, fields)!, edition.DisposingAuthority, notice.Appeal ?? edition.Appeal, day,
                result, LetterValues.Answers(canonical, edition.Form), reasons, conditions));
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
