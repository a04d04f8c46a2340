using Madoguchi.Studio.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Outside;

/// <summary>Ends a link at once.</summary>
internal sealed class EndLink(StudioDb db, DraftDesk desk, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> RunAsync(Guid id, Guid link, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop);
        if (await db.Links.FirstOrDefaultAsync(l => l.Id == link && l.DraftId == id, stop) is not { } found) return Refusals.Gone;
        if (found.EndedAt is not null) return Result.Ok;
        found.End(actor.Id, clock.Now());
        audit.Record("procedures.previewLinkEnded", "draft", id.ToString(), new { draft.Slug, Link = link });
        return Result.Ok;
    }
}
