using Madoguchi.Applications.Apply;

namespace Madoguchi.Applications.Review;

/// <summary>補正依頼: asks the applicant to correct what keeps the review from going on (行政手続法 7条).</summary>
internal sealed class RequestCorrection(Matters matters, Actor actor, IProcedures procedures, History history, TimeProvider clock)
{
    internal sealed record Input(string? Reason = null, string[]? Questions = null, string[]? Documents = null, DateOnly? DueOn = null);

    public async Task<Result<Application>> RunAsync(string number, Input input, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Review, application.Division);
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        var reason = Words.Of(input.Reason, "reason", 2000);
        var opened = Opened(edition, input);
        var asked = input.DueOn ?? clock.Today().AddDays(edition.CorrectionDays);
        var errors = new List<FieldError>();
        if (reason.Refused) errors.AddRange(reason.Refusal.Fields);
        if (opened.Refused) errors.AddRange(opened.Refusal.Fields);
        if (asked < clock.Today()) errors.Add(new FieldError("dueOn", "past"));
        if (Promise.IsTooFar(asked, clock.Today())) errors.Add(new FieldError("dueOn", "farAhead", ("max", Promise.MostYears)));
        if (errors.Count > 0) return Refusal.Invalid(errors);

        var dueOn = Promise.ForApplicant(asked);
        if (application.RequestCorrection(reason.Value, opened.Value, dueOn, clock.Now()) is { Refused: true } no) return no.Refusal;
        await history.RecordAsync(application, new CorrectionRequested(application.IntakeNumber, reason.Value, dueOn, opened.Value), stop);
        return application;
    }

    private static Result<IReadOnlyList<string>> Opened(ProcedureEdition edition, Input input)
    {
        var errors = new List<FieldError>();
        var opened = new List<string>();
        foreach (var key in input.Questions ?? [])
        {
            if (key is null || edition.Form.Question(key) is null) errors.Add(new FieldError("questions", "unknownQuestion", ("key", key)));
            else opened.Add(key);
        }

        foreach (var document in input.Documents ?? [])
        {
            var questions = edition.Form.Pages.SelectMany(p => p.Questions).Where(q => document is not null && q.Document == document).Select(q => q.Id).ToList();
            if (questions.Count == 0) errors.Add(new FieldError("documents", "unknownQuestion", ("key", document)));
            opened.AddRange(questions);
        }

        if (errors.Count == 0 && opened.Count == 0) errors.Add(new FieldError("questions", "nothingChosen"));
        return errors.Count > 0 ? Refusal.Invalid(errors) : opened.Distinct().ToList();
    }
}
