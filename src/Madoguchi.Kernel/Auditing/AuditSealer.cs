using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Auditing;

/// <summary>
/// Once a second, before serving and at stop, seals every audit row that no seal holds yet: leaf order, Merkle root, previous head, signature.
/// Heads also go to a file outside the database, so that a cut tail is noticed.
/// </summary>
internal sealed class AuditSealer(IServiceScopeFactory scopes, AuditKey key, AuditHeads heads, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    private const int Most = 5000;

    public override async Task StopAsync(CancellationToken stop)
    {
        await base.StopAsync(stop);
        await SealAllAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stop)) await TryAsync(stop);
    }

    /// <summary>Seals until nothing is left.</summary>
    internal async Task SealAllAsync(CancellationToken stop)
    {
        while (await SealAsync(stop) == Most)
        {
        }

        await using var scope = scopes.CreateAsyncScope();
        await heads.CatchUpAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop);
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await SealAllAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The audit trail could not be sealed; trying again in a second");
        }
    }

    private async Task<int> SealAsync(CancellationToken stop)
    {
        if (!await AnythingPendingAsync(stop)) return 0;
        await key.ReadyAsync(stop);
        var seal = await scopes.RunAsync(services => SealAsync(services, stop), stop);
        return seal?.Count ?? 0;
    }

    private async Task<bool> AnythingPendingAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Database>().ScalarAsync("select 1 from kernel_audit_pending limit 1", stop) is not null;
    }

    private async Task<AuditSeal?> SealAsync(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<KernelDb>();
        if (!await LeaseAsync(services, stop)) return null;
        var pending = await Pending(db).Take(Most).ToListAsync(stop);
        if (pending.Count == 0) return null;
        var last = await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
        // A pending mark whose row is gone still becomes a leaf, so that verify names the missing row.
        var hashes = pending.ConvertAll(p => p.Row is null ? new byte[32] : AuditHash.Leaf(p.Row));
        var seal = await SignedAsync(last, hashes, stop);
        db.Add(seal);
        var ids = pending.ConvertAll(p => p.Id);
        db.Add(SealLeaves.Of(seal.Number, ids, hashes));
        await db.Set<PendingAudit>().Where(p => ids.Contains(p.AuditId)).ExecuteDeleteAsync(stop);
        return seal;
    }

    private static IQueryable<Mark> Pending(KernelDb db) =>
        from pending in db.Set<PendingAudit>().AsNoTracking()
        join row in db.Set<AuditRow>().AsNoTracking() on pending.AuditId equals row.Id into rows
        from row in rows.DefaultIfEmpty()
        orderby pending.AuditId
        select new Mark(pending.AuditId, row);

    private sealed record Mark(Guid Id, AuditRow? Row);

    private async Task<AuditSeal> SignedAsync(AuditSeal? last, List<byte[]> leaves, CancellationToken stop)
    {
        var draft = new AuditSeal
        {
            Number = (last?.Number ?? 0) + 1,
            At = clock.Now(),
            Count = leaves.Count,
            Root = AuditHash.Root(leaves),
            Previous = last?.Head ?? AuditHash.Zero,
        };
        var head = AuditHash.Head(draft);
        var (keyId, signature) = await key.SignAsync(head, stop);
        return new AuditSeal
        {
            Number = draft.Number, At = draft.At, Count = draft.Count, Root = draft.Root, Previous = draft.Previous,
            Head = head, KeyId = keyId, Signature = signature,
        };
    }

    // One sealer per database: on PostgreSQL a lock that ends with the transaction; SQLite has one writer anyway.
    private static async Task<bool> LeaseAsync(IServiceProvider services, CancellationToken stop)
    {
        var database = services.GetRequiredService<Database>();
        if (!database.IsPostgres) return true;
        await using var command = await database.CommandAsync("select pg_try_advisory_xact_lock(7240113906)", stop);
        return await command.ExecuteScalarAsync(stop) is true;
    }
}
