using Madoguchi.Studio.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Comments;

/// <summary>Marks a comment as dealt with, or takes the mark back.</summary>
internal sealed class MarkComment(StudioDb db, DraftDesk desk, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> RunAsync(Guid id, Guid comment, bool done, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop);
        if (await db.Comments.FirstOrDefaultAsync(c => c.Id == comment && c.DraftId == id, stop) is not { } said) return Refusals.Gone;
        // Who was first stays: a mark is set once.
        if (done == (said.DoneAt is not null)) return Result.Ok;
        if (done) said.Finish(actor.Id, clock.Now());
        else said.Reopen();
        audit.Record(done ? "procedures.commentDone" : "procedures.commentReopened", "draft", id.ToString(), new { draft.Slug, Comment = comment });
        return Result.Ok;
    }
}
