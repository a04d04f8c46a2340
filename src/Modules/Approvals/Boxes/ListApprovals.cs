using Madoguchi.Approvals.Acting;
using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Approvals.Boxes;

/// <summary>Which approvals an officer asks for.</summary>
internal enum Box
{
    /// <summary>The active step belongs to a post held or deputised.</summary>
    Inbox,

    /// <summary>Drafted by oneself.</summary>
    Sent,

    /// <summary>Acted on by oneself.</summary>
    Done,
}

/// <summary>The boxes of an officer: newest first, a page at a time.</summary>
internal sealed class ListApprovals(ApprovalsDb db, Actor actor, ApprovalViews views)
{
    internal sealed record Page(IReadOnlyList<ApprovalView> Items, string? Next);

    private static readonly ActKind[] NotOnRoute = [ActKind.Draft, ActKind.Recall, ActKind.TakeOut];

    /// <param name="box">Null for all the actor may see.</param>
    /// <exception cref="RefusedException">The cursor is not one of ours: 400.</exception>
    public async Task<Page> RunAsync(Box? box, string? application, int limit, string? after, CancellationToken stop = default)
    {
        if (!actor.May(ApprovalsPermissions.View)) actor.Require(ApprovalsPermissions.Act);

        var approvals = In(box);
        if (application is not null) approvals = approvals.Where(a => a.Items.Any(i => i.Item == application));
        if (Cursor.Read(after) is { } cursor)
        {
            var (at, id) = cursor;
            approvals = approvals.Where(a => a.StartedAt < at || (a.StartedAt == at && a.Id.CompareTo(id) < 0));
        }

        var found = await approvals.AsNoTracking().OrderByDescending(a => a.StartedAt).ThenByDescending(a => a.Id).Take(limit + 1)
            .Include(a => a.Steps.OrderBy(s => s.Step).ThenBy(s => s.Id)).Include(a => a.Items.OrderBy(i => i.Position)).AsSplitQuery()
            .ToListAsync(stop);
        var page = found.Take(limit).ToList();
        return new Page(views.Of(page), found.Count > limit ? Cursor.Of(page[^1].StartedAt, page[^1].Id) : null);
    }

    /// <summary>How many wait for this officer; for the navigation.</summary>
    public Task<int> WaitingAsync(CancellationToken stop = default) =>
        actor.May(ApprovalsPermissions.Act) ? In(Box.Inbox).CountAsync(stop) : Task.FromResult(0);

    private IQueryable<Approval> In(Box? box)
    {
        var (me, posts, visible) = (actor.Id, actor.Posts.ToArray(), db.VisibleTo(actor));
        return box switch
        {
            Box.Inbox => visible.Where(a => a.State == ApprovalState.Routing && a.Steps.Any(s => posts.Contains(s.Post) && s.State == ApprovalStepState.Active)),
            Box.Sent => visible.Where(a => a.DrafterId == me),
            Box.Done => visible.Where(a => a.Acts.Any(x => x.ActorId == me && !NotOnRoute.Contains(x.Kind))),
            _ => visible,
        };
    }
}
