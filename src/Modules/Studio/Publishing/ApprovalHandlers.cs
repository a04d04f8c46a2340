using Madoguchi.Approvals.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Publishing;

/// <summary>What an approval does to the draft on it.</summary>
internal sealed class ApprovalHandlers(StudioDb db, PublishDraft publish, TimeProvider clock)
    : IHandle<ApprovalDecided>, IHandle<ApprovalReturned>, IHandle<ApprovalRejected>, IHandle<ApprovalRecalled>
{
    public async ValueTask HandleAsync(ApprovalDecided happened, CancellationToken stop)
    {
        if (await FindAsync(happened.Kind, happened.Approval, stop) is { } draft && await publish.DecidedAsync(draft, happened.By, stop) is { Refused: true } no) throw new RefusedException(no.Refusal);
    }

    public ValueTask HandleAsync(ApprovalReturned happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Approval, "差戻し", happened.By, happened.Reason, stop);

    public ValueTask HandleAsync(ApprovalRejected happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Approval, "否決", happened.By, happened.Reason, stop);

    public ValueTask HandleAsync(ApprovalRecalled happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Approval, "引戻し", happened.By, happened.Reason, stop);

    private async ValueTask BackAsync(string kind, Guid approval, string how, string by, string? reason, CancellationToken stop)
    {
        if (await FindAsync(kind, approval, stop) is { State: DraftState.Proposed } draft) db.Add(draft.Reopen(reason is null ? how : $"{how}：{reason}", by, clock.Now()));
    }

    private async Task<Draft?> FindAsync(string kind, Guid approval, CancellationToken stop) =>
        kind == ProposePublication.ApprovalKind ? await db.All.FirstOrDefaultAsync(d => d.Approval == approval, stop) : null;
}
