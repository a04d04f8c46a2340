using Madoguchi.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Kernel.Auditing;

/// <summary>Somebody of the city looked at data of an account.</summary>
/// <param name="At">UTC.</param>
/// <param name="ActorId">Id of the staff member: for finding the division, never shown to the resident.</param>
/// <param name="SubjectKind">As given to <see cref="AuditTrail.Viewed"/>, such as <c>application</c>.</param>
/// <param name="SubjectId">Its public id.</param>
public sealed record Look(Guid Id, DateTime At, string ActorId, string SubjectKind, string SubjectId);

/// <summary>Reads from the audit trail who looked at the data of one account.</summary>
public sealed class Looks
{
    private readonly KernelDb db;

    internal Looks(KernelDb db) => this.db = db;

    /// <summary>Looks of staff, newest first, with the cursor of the next page when there are more.</summary>
    /// <param name="account">Whose data.</param>
    /// <param name="until">Only looks before this moment (UTC).</param>
    /// <param name="after">Cursor of the page before; null for the first.</param>
    /// <param name="count">Of one page.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task<(IReadOnlyList<Look> Looks, string? Next)> OfAsync(string account, DateTime until, string? after, int count, CancellationToken stop)
    {
        var seen = Cursor.Parse(after);
        var rows = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Concerns == account && r.Action == "view" && r.ActorKind == "staff" && r.At < until)
            .PageBy(r => r.At, r => r.Id, seen?.Time, seen?.Id, descending: true).Take(count + 1)
            .Select(r => new Look(r.Id, r.At, r.ActorId, r.SubjectKind, r.SubjectId)).ToListAsync(stop);
        return rows.Count > count ? (rows[..count], Cursor.Of(rows[count - 1].At, rows[count - 1].Id)) : (rows, null);
    }
}
