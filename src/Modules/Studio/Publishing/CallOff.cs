using Madoguchi.Studio.Drafts;

namespace Madoguchi.Studio.Publishing;

/// <summary>公開の取りやめ: a publication decided for a day to come does not happen; the draft can be changed again.</summary>
internal sealed class CallOff(StudioDb db, DraftDesk desk, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> RunAsync(Guid id, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop, toChange: true);
        if (draft.State != DraftState.Scheduled) return Refusals.NotEditable;
        db.Add(draft.Reopen("公開を取りやめました", actor.Id, clock.Now()));
        audit.Record("procedures.publicationCalledOff", "draft", draft.Id.ToString(), new { draft.Slug });
        return Result.Ok;
    }
}
