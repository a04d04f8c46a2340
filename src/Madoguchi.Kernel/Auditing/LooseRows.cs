using Madoguchi.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Kernel.Auditing;

/// <summary>Rows that no seal holds and none will: whoever put them there did it behind the program's back.</summary>
internal sealed class LooseRows(KernelDb db, Database database)
{
    // Large, because each page looks through all seals for those that may hold its rows.
    private const int Page = 100_000;

    /// <summary>The first of them; null when there is none.</summary>
    public async Task<Guid?> FirstAsync(CancellationToken stop) => await AreThereAsync(stop) ? await FindAsync(stop) : null;

    /// <summary>The same without counting first: for a trail known to be broken.</summary>
    public async Task<Guid?> FindAsync(CancellationToken stop)
    {
        var after = Guid.Empty;
        while (true)
        {
            var page = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Id > after).OrderBy(r => r.Id).Select(r => r.Id).Take(Page).ToListAsync(stop);
            if (page.Count == 0) return null;
            var known = await KnownAsync(page[0], page[^1], stop);
            foreach (var id in page)
                if (!known.Contains(id)) return id;
            after = page[^1];
        }
    }

    // One statement, so that what is sealed meanwhile does not disturb the sum.
    private async Task<bool> AreThereAsync(CancellationToken stop) => await database.ScalarAsync(
        """
        select 1 where (select count(*) from kernel_audit)
          > (select coalesce(sum(s.count), 0) from kernel_audit_seals s join kernel_audit_seal_leaves l on l.seal = s.number) + (select count(*) from kernel_audit_pending)
        """, stop) is not null;

    private async Task<HashSet<Guid>> KnownAsync(Guid first, Guid last, CancellationToken stop)
    {
        // First what waits: between the two readings it may only move under a seal.
        var known = (await db.Set<PendingAudit>().AsNoTracking().Where(p => p.AuditId >= first && p.AuditId <= last).Select(p => p.AuditId).ToListAsync(stop)).ToHashSet();
        await foreach (var leaves in db.Set<SealLeaves>().AsNoTracking().Where(l => l.FirstId <= last && l.LastId >= first).AsAsyncEnumerable().WithCancellation(stop))
            known.UnionWith(leaves.Parse().Select(l => l.Id));
        return known;
    }
}
