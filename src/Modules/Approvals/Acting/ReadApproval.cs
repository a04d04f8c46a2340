using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Approvals.Acting;

/// <summary>Reads one approval; the look is kept, because the facts are about people.</summary>
internal sealed class ReadApproval(ApprovalsDb db, Actor actor, AuditTrail audit)
{
    /// <exception cref="NotFoundException">No such approval, or not the actor's to see.</exception>
    public async Task<Approval> RunAsync(Guid id, CancellationToken stop = default)
    {
        if (!actor.May(ApprovalsPermissions.View)) actor.Require(ApprovalsPermissions.Act);
        var approval = await db.VisibleTo(actor).AsNoTracking().Whole().SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFoundException();
        audit.Viewed("approval", id.ToString(), new { Items = approval.ItemIds });
        return approval;
    }
}
