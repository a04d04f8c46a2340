using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;

namespace Madoguchi.Approvals.Acting;

/// <summary>Tells audit and the other modules what happened to an approval, in the acting transaction.</summary>
internal sealed class Announcer(EventBus events, AuditTrail audit)
{
    public async Task TellAsync(Approval approval, CancellationToken stop)
    {
        var act = approval.Acts[^1];
        audit.Record($"approvals.{EnumText.Of(act.Kind)}", "approval", approval.Id.ToString(), new { act.Step, act.Item, act.ForPost, Items = approval.ItemIds, act.ContentSha256 });
        foreach (var happened in approval.TakeHappened()) await RaiseAsync(happened, stop);
    }

    private ValueTask RaiseAsync(IEvent happened, CancellationToken stop) => happened switch
    {
        ApprovalStarted e => events.RaiseAsync(e, stop),
        ApprovalStepDone e => events.RaiseAsync(e, stop),
        ApprovalDecided e => events.RaiseAsync(e, stop),
        ApprovalReturned e => events.RaiseAsync(e, stop),
        ApprovalSentBack e => events.RaiseAsync(e, stop),
        ApprovalRejected e => events.RaiseAsync(e, stop),
        ApprovalRecalled e => events.RaiseAsync(e, stop),
        ApprovalItemRemoved e => events.RaiseAsync(e, stop),
        ApprovalPostReviewed e => events.RaiseAsync(e, stop),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is told to nobody"),
    };
}
