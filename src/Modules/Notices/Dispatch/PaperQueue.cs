using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices.Dispatch;

/// <summary>発送待ち: the issued paper notices of the officer's divisions that have not been posted.</summary>
internal sealed class PaperQueue(NoticesDb db, Actor actor, AuditTrail audit)
{
    private const int Limit = 200;

    public async Task<IReadOnlyList<Notice>> RunAsync(CancellationToken stop)
    {
        actor.Require(NoticesPermissions.Dispatch);

        var divisions = actor.DivisionsFor(NoticesPermissions.Dispatch);
        var queue = await db.VisibleTo(actor).AsNoTracking()
            .Where(n => n.Channel == NoticeChannel.Paper && n.State == NoticeState.Issued && n.PostedOn == null && (divisions == null || divisions.Contains(n.Division)))
            .OrderBy(n => n.IssuedAt).ThenBy(n => n.Id).Take(Limit).ToListAsync(stop);
        foreach (var notice in queue) audit.Viewed("notice", notice.DocumentNumber!);
        return queue;
    }
}
