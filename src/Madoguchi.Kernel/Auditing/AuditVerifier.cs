using Madoguchi.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Auditing;

/// <summary>What the check of the audit trail found.</summary>
/// <param name="Rows">Rows whose seal was recomputed.</param>
/// <param name="Unsealed">Rows not sealed yet; not a fault.</param>
/// <param name="Fault">The first row changed, missing, added or moved, in words; null when nothing is wrong.</param>
public sealed record AuditFindings(long Rows, long Seals, long Unsealed, string? Fault);

/// <summary>Recomputes every leaf, root, head and signature, and compares the heads with the file outside the database. Works beside a running server.</summary>
public sealed class AuditVerifier
{
    // The file may lag behind by what a kill or another node's last seconds left.
    private const int Lag = 5;

    private readonly IServiceScopeFactory scopes;
    private readonly AuditKey key;
    private readonly AuditHeads file;

    internal AuditVerifier(IServiceScopeFactory scopes, AuditKey key, AuditHeads file) => (this.scopes, this.key, this.file) = (scopes, key, file);

    public async Task<AuditFindings> RunAsync(CancellationToken stop = default)
    {
        // Before the database: what is sealed meanwhile is no fault.
        var noted = await file.ReadAsync(stop);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var atStart = await db.Set<AuditSeal>().LongCountAsync(stop);
        // And after counting: what was sealed between the two is in the file by now.
        var written = (await file.ReadAsync(stop))?.Count ?? 0;
        var heads = new List<string>();
        long rows = 0;
        await foreach (var seal in db.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (await FaultOfAsync(seal, heads, stop) is { } fault) return new AuditFindings(rows, heads.Count, 0, fault);
            heads.Add(seal.Head);
            rows += seal.Count;
        }

        var found = await FileFaultAsync(scope.ServiceProvider, noted, heads, atStart - written, stop) ?? await LooseFaultAsync(scope.ServiceProvider, stop);
        return new AuditFindings(rows, heads.Count, await db.Set<PendingAudit>().LongCountAsync(stop), found);
    }

    private async Task<string?> FaultOfAsync(AuditSeal seal, List<string> heads, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (services, expected) = (scope.ServiceProvider, heads.Count + 1);
        if (seal.Number != expected) return $"封印 {expected} がありません (seal {expected} is missing), 最初の記録 {await FirstOfAsync(services, expected, stop)}";
        if (seal.Previous != (heads.Count == 0 ? AuditHash.Zero : heads[^1]) || AuditHash.Head(seal) != seal.Head || !await key.VerifyAsync(seal.Head, seal.KeyId, seal.Signature, stop))
            return $"封印 {seal.Number} が書き換えられています (seal {seal.Number} was changed), 最初の記録 {await FirstOfAsync(services, seal.Number, stop)}";
        return await new SealedRows(services.GetRequiredService<KernelDb>(), seal).FaultAsync(stop);
    }

    private async Task<string?> FileFaultAsync(IServiceProvider services, IReadOnlyList<NotedHead>? noted, List<string> heads, long unwritten, CancellationToken stop)
    {
        if (noted is null) return heads.Count == 0 ? null : $"封印の控え {file.Name} がありません (the file of heads is missing), 最初の記録 {await FirstOfAsync(services, 1, stop)}";
        for (var i = 0; i < noted.Count; i++)
        {
            var number = i + 1;
            if (noted[i].Number != number) return $"封印の控え {file.Name} の {number} 行目が書き換えられています (line {number} of the file of heads was changed), 最初の記録 {await FirstOfAsync(services, number, stop)}";
            if (number > heads.Count) return $"封印 {number} 以後がデータベースから失われています (the tail from seal {number} was cut), 最初の記録 {await FirstOfAsync(services, number, stop)}";
            if (noted[i].Head != heads[i]) return $"封印 {number} が控えと違います (seal {number} differs from the file of heads), 最初の記録 {await FirstOfAsync(services, number, stop)}";
        }

        return unwritten <= Lag ? null
            : $"封印の控え {file.Name} の {noted.Count + 1} 行目以後がありません (the file of heads was cut), 最初の記録 {await FirstOfAsync(services, noted.Count + 1, stop)}";
    }

    private static async Task<string?> LooseFaultAsync(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<KernelDb>();
        var stray = await db.Set<SealLeaves>().AsNoTracking().Where(l => !db.Set<AuditSeal>().Any(s => s.Number == l.Seal)).OrderBy(l => l.Seal).FirstOrDefaultAsync(stop);
        if (stray is not null) return $"記録 {stray.FirstId} の封印がありません (row {stray.FirstId} belongs to no seal)";
        var missing = await db.Set<PendingAudit>().AsNoTracking().Where(p => !db.Set<AuditRow>().Any(r => r.Id == p.AuditId)).OrderBy(p => p.AuditId).FirstOrDefaultAsync(stop);
        if (missing is not null) return $"記録 {missing.AuditId} がありません (row {missing.AuditId} is missing)";
        return await Loose(services).FirstAsync(stop) is { } added ? $"記録 {added} が後から足されています (row {added} was added)" : null;
    }

    private static LooseRows Loose(IServiceProvider services) => new(services.GetRequiredService<KernelDb>(), services.GetRequiredService<Database>());

    // The first row of a seal, or what is left of it: rows no seal knows any more.
    private static async Task<string> FirstOfAsync(IServiceProvider services, long seal, CancellationToken stop)
    {
        var kept = await services.GetRequiredService<KernelDb>().Set<SealLeaves>().AsNoTracking().FirstOrDefaultAsync(l => l.Seal == seal, stop);
        return (kept?.FirstId ?? await Loose(services).FindAsync(stop))?.ToString() ?? "-";
    }
}
