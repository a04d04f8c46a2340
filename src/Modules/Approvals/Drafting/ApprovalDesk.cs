using Madoguchi.Approvals.Acting;
using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Approvals.Drafting;

/// <summary>起案 by other modules, which asked for their own permission already.</summary>
[Anyone]
internal sealed class ApprovalDesk(ApprovalsDb db, Actor actor, TimeProvider clock, Officers officers, Announcer announcer, ApprovalViews views) : IApprovals
{
    public async Task<Result<Guid>> StartAsync(ApprovalDraft draft, CancellationToken stop = default)
    {
        var ids = draft.Items.Select(i => i.Id).ToArray();
        if (await UnderWay(ids).AnyAsync(stop)) return Refusals.AlreadyRouting;

        var started = Approval.Start(draft, officers.Of(actor), post => officers.NobodyElse(post, actor.Id), clock.Now());
        if (started.Refused) return started.Refusal;
        db.Add(started.Value);
        await announcer.TellAsync(started.Value, stop);
        return started.Value.Id;
    }

    public async Task<object> ViewAsync(Guid approval, CancellationToken stop = default) =>
        views.Whole(db.Set<Approval>().Local.FirstOrDefault(a => a.Id == approval)
            ?? await db.VisibleTo(actor).AsNoTracking().Whole().SingleOrDefaultAsync(a => a.Id == approval, stop) ?? throw new NotFoundException());

    public async Task<IReadOnlyList<ApprovalRef>> OfItemsAsync(IReadOnlyCollection<string> itemIds, CancellationToken stop = default)
    {
        var ids = itemIds.ToArray();
        var approvals = await db.Set<Approval>().AsNoTracking().Where(a => a.Items.Any(i => ids.Contains(i.Item)))
            .OrderByDescending(a => a.StartedAt).ThenByDescending(a => a.Id)
            .Include(a => a.Steps.OrderBy(s => s.Step).ThenBy(s => s.Id)).Include(a => a.Items.OrderBy(i => i.Position)).AsSplitQuery()
            .ToListAsync(stop);
        return [.. approvals.Select(a => new ApprovalRef(
            a.Id, a.Kind, a.Subject, a.State, a.ItemIds, a.DrafterId, a.StartedAt, a.ClosedAt, [.. a.Steps.Select(s => s.ToRef())]))];
    }

    public Task<bool> InvolvesAsync(string itemId, IReadOnlyCollection<string> posts, CancellationToken stop = default)
    {
        var asked = posts.ToArray();
        return db.Set<Approval>().AnyAsync(a => a.Items.Any(i => i.Item == itemId) && a.Steps.Any(s => asked.Contains(s.Post)), stop);
    }

    public async Task<IReadOnlyList<ApprovalFact>> FactsAsync(Guid approval, string itemId, CancellationToken stop = default) =>
        await db.Set<ListedItem>().AsNoTracking().FirstOrDefaultAsync(i => i.ApprovalId == approval && i.Item == itemId, stop) is { } item ? item.ReadFacts() : [];

    public async Task TakeOutAsync(string itemId, string reason, CancellationToken stop = default)
    {
        // The approval before its matters, as officers do: the other way round two of them would wait for each other.
        await UnderWay([itemId]).WaitForTurnAsync(stop);
        foreach (var approval in await UnderWay([itemId]).Whole().ToListAsync(stop))
        {
            approval.TakeOut(officers.Of(actor), itemId, reason, clock.Now());
            await announcer.TellAsync(approval, stop);
        }
    }

    private IQueryable<Approval> UnderWay(string[] ids) =>
        db.Set<Approval>().Where(a => a.State == ApprovalState.Routing && a.Items.Any(i => i.RemovedAt == null && ids.Contains(i.Item)));
}
