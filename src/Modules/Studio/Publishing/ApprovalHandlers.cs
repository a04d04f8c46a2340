using Madoguchi.Approvals.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Publishing;

/// <summary>What an approval does to the draft on it.</summary>
internal sealed class ApprovalHandlers(StudioDb db, PublishDraft publish, TimeProvider clock)
    : IHandle<ApprovalDecided>, IHandle<ApprovalReturned>, IHandle<ApprovalRejected>, IHandle<ApprovalRecalled>, IHandle<ApprovalItemRemoved>
{
    public async ValueTask HandleAsync(ApprovalDecided happened, CancellationToken stop)
    {
        var drafts = await FindAsync(happened.Kind, happened.Approval, stop);
        foreach (var draft in drafts)
        {
            if (await publish.DecidedAsync(draft, happened.By, stop) is not { Refused: true } no) continue;
            // Of a list the others are published; a single one is not decided.
            if (drafts.Count == 1) throw new RefusedException(no.Refusal);
            db.Add(draft.Reopen("公開できませんでした。別の版が公開されたか、定義に誤りがあります", happened.By, clock.Now()));
        }
    }

    public ValueTask HandleAsync(ApprovalReturned happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Approval, "差戻し", happened.By, happened.Reason, stop);

    public ValueTask HandleAsync(ApprovalRejected happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Approval, "否決", happened.By, happened.Reason, stop);

    public ValueTask HandleAsync(ApprovalRecalled happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Approval, "引戻し", happened.By, happened.Reason, stop);

    public ValueTask HandleAsync(ApprovalItemRemoved happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Approval, "一覧から除外", happened.By, happened.Reason, stop, happened.Item);

    private async ValueTask BackAsync(string kind, Guid approval, string how, string by, string? reason, CancellationToken stop, string? item = null)
    {
        foreach (var draft in await FindAsync(kind, approval, stop))
            if (item is null || ProposePublication.ItemOf(draft.Id) == item) db.Add(draft.Reopen(reason is null ? how : $"{how}：{reason}", by, clock.Now()));
    }

    private async Task<IReadOnlyList<Draft>> FindAsync(string kind, Guid approval, CancellationToken stop) =>
        kind == ProposePublication.ApprovalKind ? await db.All.Where(d => d.Approval == approval && d.State == DraftState.Proposed).OrderBy(d => d.Title).ThenBy(d => d.Id).ToListAsync(stop) : [];
}
