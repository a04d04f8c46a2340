using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Approvals;

internal sealed class ApprovalsDb(DbContextOptions<ApprovalsDb> options) : ModuleDb(options, "approvals_")
{
    /// <summary>
    /// Approvals the actor may see: drafted by them, on their posts (held or deputised), acted on by them,
    /// or of a division in which they take part in approvals.
    /// </summary>
    public IQueryable<Approval> VisibleTo(Actor actor)
    {
        var viewed = actor.DivisionsFor(ApprovalsPermissions.View);
        var acted = actor.DivisionsFor(ApprovalsPermissions.Act);
        if (viewed is null || acted is null) return Set<Approval>();

        var (me, posts, divisions) = (actor.Id, actor.Posts.ToArray(), viewed.Concat(acted).Distinct().ToArray());
        return Set<Approval>().Where(a =>
            a.DrafterId == me || divisions.Contains(a.Division) || a.Steps.Any(s => posts.Contains(s.Post)) || a.Acts.Any(x => x.ActorId == me));
    }
}

internal static class ApprovalQueries
{
    /// <summary>Locks them on PostgreSQL, so that whoever acts on them comes one after the other and the second reads what the first did.</summary>
    public static Task<int> WaitForTurnAsync(this IQueryable<Approval> approvals, CancellationToken stop) =>
        approvals.ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, x => x.Version), stop);

    /// <summary>With route, items and acts.</summary>
    public static IQueryable<Approval> Whole(this IQueryable<Approval> approvals) => approvals
        .Include(a => a.Steps.OrderBy(s => s.Step).ThenBy(s => s.Id))
        .Include(a => a.Items.OrderBy(i => i.Position))
        .Include(a => a.Acts.OrderBy(x => x.At).ThenBy(x => x.Id))
        .AsSplitQuery();
}
