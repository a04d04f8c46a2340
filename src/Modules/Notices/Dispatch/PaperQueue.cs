using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices.Dispatch;

/// <summary>発送待ち: the issued paper notices of the officer's divisions that have not been posted.</summary>
internal sealed class PaperQueue(NoticesDb db, Actor actor, AuditTrail audit)
{
    private const int Shown = 100;

    /// <summary>Oldest first; with the cursor of the next page when there are more.</summary>
    public async Task<(IReadOnlyList<Notice> Waiting, string? Next)> RunAsync(string? after, CancellationToken stop)
    {
        actor.Require(NoticesPermissions.Dispatch);

        var divisions = actor.DivisionsFor(NoticesPermissions.Dispatch);
        var seen = Cursor.Parse(after);
        var queue = await db.VisibleTo(actor).AsNoTracking()
            .Where(n => n.Channel == NoticeChannel.Paper && n.State == NoticeState.Issued && n.PostedOn == null && (divisions == null || divisions.Contains(n.Division)))
            .PageBy(n => n.IssuedAt!.Value, n => n.Id, seen?.Time, seen?.Id, descending: false).Take(Shown + 1).ToListAsync(stop);
        var shown = queue.Take(Shown).ToList();
        foreach (var notice in shown) audit.Viewed("notice", notice.DocumentNumber!);
        return (shown, queue.Count > Shown ? Cursor.Of(shown[^1].IssuedAt!.Value, shown[^1].Id) : null);
    }
}
