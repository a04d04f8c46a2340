using Madoguchi.Approvals.Contracts;
using Madoguchi.Studio.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Drafts;

/// <summary>Drafts as they are found and read by those who may change the procedures of their division.</summary>
internal sealed class DraftDesk(StudioDb db, IApprovals approvals, Actor actor)
{
    /// <exception cref="NotFoundException">There is none, or it is of a division whose procedures the actor may not change.</exception>
    public async Task<Draft> FindAsync(Guid id, CancellationToken stop, bool toChange = false)
    {
        actor.Require(ProceduresPermissions.Edit);
        var drafts = db.VisibleTo(actor).Where(d => d.Id == id && d.State != DraftState.Discarded);
        // Who changes it at the same moment waits here on PostgreSQL, and then reads what the first one made of it.
        if (toChange) await drafts.ExecuteUpdateAsync(d => d.SetProperty(x => x.Version, x => x.Version), stop);
        return await (toChange ? drafts : drafts.AsNoTracking()).FirstOrDefaultAsync(stop) ?? throw new NotFoundException();
    }

    /// <summary>The draft to look at: by those who may change it, and from its proposal on by those on the route of its approval.</summary>
    /// <exception cref="NotFoundException">There is none, or it is neither.</exception>
    public async Task<Draft> LookAsync(Guid id, CancellationToken stop)
    {
        actor.RequireStaff();
        if (actor.May(ProceduresPermissions.Edit) && await db.VisibleTo(actor).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.State != DraftState.Discarded, stop) is { } own) return own;
        var proposed = await db.All.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && (d.State == DraftState.Proposed || d.State == DraftState.Scheduled || d.State == DraftState.Published), stop);
        return proposed is not null && await approvals.InvolvesAsync(ProposePublication.ItemOf(id), actor.Posts, stop) ? proposed : throw new NotFoundException();
    }

    /// <summary>Several drafts to be changed together; what is not theirs is not among them.</summary>
    public async Task<IReadOnlyList<Draft>> FindManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var own = ids.ToArray();
        var drafts = db.VisibleTo(actor).Where(d => own.Contains(d.Id) && d.State != DraftState.Discarded);
        await drafts.ExecuteUpdateAsync(d => d.SetProperty(x => x.Version, x => x.Version), stop);
        return await drafts.OrderBy(d => d.Title).ThenBy(d => d.Id).ToListAsync(stop);
    }

    /// <summary>The history without what the draft looked like, newest first.</summary>
    public async Task<IReadOnlyList<DraftStep>> StepsAsync(Guid draft, long afterVersion, int most, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        return await db.Steps.AsNoTracking().Where(s => s.DraftId == draft && s.Version > afterVersion).OrderByDescending(s => s.Version).Take(most)
            .Select(s => new DraftStep { Id = s.Id, DraftId = s.DraftId, Version = s.Version, Position = s.Position, What = s.What, ChangedBy = s.ChangedBy, ChangedAt = s.ChangedAt }).ToListAsync(stop);
    }

    /// <summary>What the draft looked like at a version; null when it is no longer kept.</summary>
    public async Task<string?> AtVersionAsync(Guid draft, long version, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        return await db.Steps.AsNoTracking().Where(s => s.DraftId == draft && s.Version == version).Select(s => s.Definition).FirstOrDefaultAsync(stop);
    }

    /// <summary>Whether there is a step to take back, and one to do again.</summary>
    public async Task<(bool Back, bool Forward)> MovesAsync(Draft draft, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var (id, here) = (draft.Id, draft.Position);
        var near = await db.Steps.AsNoTracking().Where(s => s.DraftId == id && (s.Position == here - 1 || s.Position == here + 1)).Select(s => s.Position).ToListAsync(stop);
        return (near.Contains(here - 1), near.Contains(here + 1));
    }
}
