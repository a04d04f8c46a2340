using Madoguchi.DesignSystem.Navigation;

namespace Madoguchi.Applications.MyApplications;

/// <summary>Where a matter stands, in the steps its applicant may see (行政手続法 9条1項: 審査の進行状況).</summary>
internal static class MatterSteps
{
    public static IReadOnlyList<Step> Of(ApplicationStatus status, string? phase, ProcedureEdition edition, Localizer text)
    {
        var phases = edition.Phases.Where(p => p.Public).ToList();
        var labels = new List<LocalizedText> { text["my.step.arrived"] };
        if (phases.Count == 0) labels.Add(text[edition.Nature == Nature.Application ? "my.step.review" : "my.step.work"]);
        else labels.AddRange(phases.Select(p => p.Label.In(text.Language)));
        if (edition.Nature == Nature.Application) labels.Add(text["my.step.decision"]);
        labels.Add(text[edition.Nature == Nature.Application ? "my.step.result" : "my.step.done"]);

        var at = status switch
        {
            ApplicationStatus.Arrived => 0,
            ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested => 1 + Math.Max(0, phases.FindIndex(p => p.Id == phase)),
            ApplicationStatus.AwaitingDecision => Math.Max(1, labels.Count - 2),
            _ => labels.Count,
        };
        return [.. labels.Select((label, i) => new Step(label, State(i, at, status)))];
    }

    private static StepState State(int step, int at, ApplicationStatus status)
    {
        if (step == at) return status == ApplicationStatus.CorrectionRequested ? StepState.Error : StepState.Current;
        return step < at ? StepState.Done : StepState.Waiting;
    }
}
