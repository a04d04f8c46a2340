namespace Madoguchi.Studio.Drafts;

/// <summary>Throws a draft away that is not on its way: its name is free again, and what is published can be changed anew.</summary>
internal sealed class DiscardDraft(StudioDb db, DraftDesk desk, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> RunAsync(Guid id, long version, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop, toChange: true);
        if (draft.State != DraftState.Editing) return Refusals.NotEditable;
        if (draft.Version != version) return draft.Version < version ? Refusals.Gone : Refusals.Overtaken;
        db.Add(draft.Discard(actor.Id, clock.Now()));
        audit.Record("procedures.draftDiscarded", "draft", draft.Id.ToString(), new { draft.Slug });
        return Result.Ok;
    }
}
