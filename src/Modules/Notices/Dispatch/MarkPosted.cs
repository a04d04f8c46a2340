using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices.Dispatch;

/// <summary>Marks notices of the paper queue as posted on a day.</summary>
internal sealed class MarkPosted(NoticesDb db, Actor actor, AuditTrail audit, EventBus events, TimeProvider clock)
{
    public async Task<Result> RunAsync(IReadOnlyCollection<Guid> ids, DateOnly postedOn, CancellationToken stop)
    {
        actor.Require(NoticesPermissions.Dispatch);
        if (ids.Count == 0) return Refusal.Invalid(new FieldError("Notices", "notices-to-post"));

        var notices = await db.VisibleTo(actor).Where(n => ids.Contains(n.Id)).ToListAsync(stop);
        if (notices.Count != ids.Count) throw new NotFoundException();

        var today = clock.Today();
        foreach (var notice in notices)
        {
            actor.Require(NoticesPermissions.Dispatch, notice.Division);
            var result = notice.Post(postedOn, today);
            if (result.Refused) return result;

            audit.Record("notices.post", "notice", notice.DocumentNumber!, new { postedOn });
            await events.RaiseAsync(new NoticePosted(notice.Id, notice.IntakeNumber, notice.DocumentNumber!, notice.Concludes, postedOn), stop);
        }

        return Result.Ok;
    }
}
