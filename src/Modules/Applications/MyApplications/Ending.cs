namespace Madoguchi.Applications.MyApplications;

/// <summary>How a matter ended, as its applicant reads it: the decision once it may be shown, or the completion.</summary>
internal sealed record Ending(LocalizedText Label, ResultWords Result, string? Conditions, string? Reason, bool IsDecision, Afterwards? After)
{
    public static Ending? Of(Application application, DecisionView? decision, ProcedureEdition edition, Localizer text)
    {
        if (decision is not null)
            return new Ending(decision.Label, ResultWords.Of(edition.Dispositions[decision.Disposition].Result, decision.Result, text), decision.Conditions, decision.Reason, IsDecision: true, edition.Afterwards.GetValueOrDefault(decision.Disposition));
        return application is { Status: ApplicationStatus.Completed, Result: { } result } && edition.Completion is { } completion
            ? new Ending(completion.Label.In(text.Language), ResultWords.Of(completion.Result, result, text), null, null, IsDecision: false, edition.Afterwards.GetValueOrDefault(Afterwards.Completed))
            : null;
    }
}
