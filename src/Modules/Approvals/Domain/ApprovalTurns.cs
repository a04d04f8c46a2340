using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Approvals.Domain;

internal sealed partial class Approval
{
    /// <summary>What this officer may do now, in the order of a screen.</summary>
    public IReadOnlyList<ActKind> ActsOf(Officer by)
    {
        var acts = new List<ActKind>();
        if (!IsOwnDraft(by)) acts.AddRange(TurnsOf(by));
        if (State == ApprovalState.Routing && by.Id == DrafterId && !Steps.Any(s => s.IsSettled)) acts.Add(ActKind.Recall);
        if (Steps.Any(s => by.Holds(s.Post) && s.AwaitsPostReview && s.ActorId != by.Id)) acts.Add(ActKind.PostReview);
        return acts;
    }

    /// <summary>Posts on whose active step this officer may act as deputy.</summary>
    public IReadOnlyList<string> PostsToActFor(Officer by) =>
        State != ApprovalState.Routing || IsOwnDraft(by) ? [] : [.. Steps.Where(s => s.IsActive && by.Deputises(s.Post)).Select(s => s.Post)];

    /// <summary>Step numbers this officer may return to.</summary>
    public IReadOnlyList<int> StepsToReturnTo(Officer by) =>
        Steps.FirstOrDefault(s => s.IsActive && by.Holds(s.Post)) is { } mine ? [.. EarlierSteps(mine)] : [];

    /// <summary>Whether this officer, as drafter, is kept from a step that is theirs.</summary>
    public bool IsKeptFrom(Officer by) =>
        State == ApprovalState.Routing && IsOwnDraft(by) && Steps.Any(s => s.IsActive && (by.Holds(s.Post) || by.Deputises(s.Post)));

    private IEnumerable<ActKind> TurnsOf(Officer by)
    {
        if (State != ApprovalState.Routing) yield break;
        var mine = Steps.FirstOrDefault(s => s.IsActive && by.Holds(s.Post));
        if (mine?.Kind == ApprovalStepKind.Endorse) yield return ActKind.Endorse;
        if (mine?.Kind == ApprovalStepKind.Decide) yield return ActKind.Decide;
        if (mine?.Kind == ApprovalStepKind.Concur || Steps.Any(s => s.State == ApprovalStepState.Objected && by.Holds(s.Post))) yield return ActKind.Concur;
        if (mine?.Kind == ApprovalStepKind.Concur) yield return ActKind.Object;
        if (mine is null && PostsToActFor(by).Count > 0) yield return ActKind.ActFor;
        if (mine is null) yield break;
        yield return ActKind.Return;
        if (ItemIds.Count > 1) yield return ActKind.Remove;
        if (mine.Kind != ApprovalStepKind.Concur) yield return ActKind.Reject;
    }
}
