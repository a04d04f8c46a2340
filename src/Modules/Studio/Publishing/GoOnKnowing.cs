using Madoguchi.Studio.Drafts;

namespace Madoguchi.Studio.Publishing;

/// <summary>Another edition was published since the draft was begun: the officer has compared them and goes on with the draft.</summary>
internal sealed class GoOnKnowing(StudioDb db, DraftDesk desk, IProcedures procedures, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <param name="seen">The edition that was compared.</param>
    public async Task<Result> RunAsync(Guid id, long version, int seen, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop, toChange: true);
        if (draft.State != DraftState.Editing || draft.StartedFrom != DraftStart.Edition) return Refusals.NotEditable;
        if (draft.Version != version) return draft.Version < version ? Refusals.Gone : Refusals.Overtaken;
        if (procedures.Card(draft.Slug)?.Number != seen) return Refusals.EditionNewer;
        if (draft.BaseNumber == seen) return Result.Ok;
        db.Add(draft.Follow(seen, actor.Id, clock.Now()));
        audit.Record("procedures.editionSeen", "draft", draft.Id.ToString(), new { draft.Slug, Number = seen });
        return Result.Ok;
    }
}
