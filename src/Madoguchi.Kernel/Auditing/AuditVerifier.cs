using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Auditing;

/// <summary>What the check of the audit trail found.</summary>
/// <param name="Rows">Rows whose seal was recomputed.</param>
/// <param name="Unsealed">Rows not sealed yet; not a fault.</param>
/// <param name="Fault">The first row changed, missing, added or moved, in words; null when nothing is wrong.</param>
public sealed record AuditFindings(long Rows, long Seals, long Unsealed, string? Fault);

/// <summary>Recomputes every leaf, root, head and signature, and compares the heads with the file outside the database.</summary>
public sealed class AuditVerifier
{
    private readonly IServiceScopeFactory scopes;
    private readonly AuditKey key;
    private readonly CityOptions options;

    internal AuditVerifier(IServiceScopeFactory scopes, AuditKey key, CityOptions options) =>
        (this.scopes, this.key, this.options) = (scopes, key, options);

    public async Task<AuditFindings> RunAsync(CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var heads = new Dictionary<long, string>();
        var previous = AuditHash.Zero;
        long rows = 0;
        await foreach (var seal in db.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (seal.Number != heads.Count + 1) return Found(rows, heads, $"封印 {heads.Count + 1} がありません (seal {heads.Count + 1} is missing)");
            if (await FaultOfAsync(seal, previous, stop) is { } fault) return Found(rows, heads, fault);
            heads[seal.Number] = previous = seal.Head;
            rows += seal.Count;
        }

        if (await HeadsFileFaultAsync(heads, stop) is { } cut) return Found(rows, heads, cut);
        if (await StrayLeafAsync(db, heads.Count, stop) is { } stray) return Found(rows, heads, stray);
        var unsealed = await db.Set<PendingAudit>().LongCountAsync(stop);
        return new AuditFindings(rows, heads.Count, unsealed, await AddedRowAsync(db, stop));
    }

    private static AuditFindings Found(long rows, Dictionary<long, string> heads, string fault) => new(rows, heads.Count, 0, fault);

    private async Task<string?> FaultOfAsync(AuditSeal seal, string previous, CancellationToken stop)
    {
        if (seal.Previous != previous || AuditHash.Head(seal) != seal.Head || !await key.VerifyAsync(seal.Head, seal.KeyId, seal.Signature, stop))
            return $"封印 {seal.Number} が書き換えられています (seal {seal.Number} was changed)";
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var leaves = await (from leaf in db.Set<AuditLeaf>().AsNoTracking().Where(l => l.Seal == seal.Number)
                            join row in db.Set<AuditRow>().AsNoTracking() on leaf.AuditId equals row.Id into found
                            from row in found.DefaultIfEmpty()
                            orderby leaf.Position
                            select new { leaf, row }).ToListAsync(stop);
        for (var i = 0; i < leaves.Count; i++)
        {
            var (leaf, row) = (leaves[i].leaf, leaves[i].row);
            if (row is null) return $"記録 {leaf.AuditId} がありません (row {leaf.AuditId} is missing)";
            if (Convert.ToHexStringLower(AuditHash.Leaf(row)) != leaf.Hash) return $"記録 {leaf.AuditId} が書き換えられています (row {leaf.AuditId} was changed)";
            if (i > 0 && Compare(leaves[i - 1].leaf.AuditId, leaf.AuditId) >= 0) return $"記録 {leaf.AuditId} が移されています (row {leaf.AuditId} was moved)";
        }

        if (leaves.Count != seal.Count) return LeafCountFault(seal, leaves.Count);
        return AuditHash.Root([.. leaves.Select(l => Convert.FromHexString(l.leaf.Hash))]) == seal.Root
            ? null
            : $"封印 {seal.Number} の記録が差し替えられています (rows of seal {seal.Number} were replaced, first {leaves[0].leaf.AuditId})";
    }

    private static string LeafCountFault(AuditSeal seal, int found) => found < seal.Count
        ? $"封印 {seal.Number} の記録が {seal.Count - found} 件ありません (missing rows in seal {seal.Number})"
        : $"封印 {seal.Number} に記録が {found - seal.Count} 件足されています (rows added to seal {seal.Number})";

    // The sealer orders rows as text of the id, the order both databases give.
    private static int Compare(Guid a, Guid b) => string.CompareOrdinal(a.ToString("D"), b.ToString("D"));

    private async Task<string?> HeadsFileFaultAsync(Dictionary<long, string> heads, CancellationToken stop)
    {
        var file = AuditHeads.FileOf(options);
        if (!File.Exists(file)) return heads.Count == 0 ? null : $"封印の控え {Path.GetFileName(file)} がありません (the file of heads is missing)";
        await foreach (var line in File.ReadLinesAsync(file, stop))
        {
            var parts = line.Split(' ');
            if (parts.Length < 2 || !long.TryParse(parts[0], out var number)) continue;
            if (!heads.TryGetValue(number, out var head)) return $"封印 {number} がデータベースから失われています (the tail from seal {number} was cut)";
            if (head != parts[1]) return $"封印 {number} が控えと違います (seal {number} differs from the file of heads)";
        }

        return null;
    }

    private static async Task<string?> StrayLeafAsync(KernelDb db, long seals, CancellationToken stop)
    {
        var stray = await db.Set<AuditLeaf>().AsNoTracking().Where(l => l.Seal > seals || l.Seal < 1).OrderBy(l => l.AuditId).FirstOrDefaultAsync(stop);
        return stray is null ? null : $"記録 {stray.AuditId} の封印がありません (row {stray.AuditId} belongs to no seal)";
    }

    private static async Task<string?> AddedRowAsync(KernelDb db, CancellationToken stop)
    {
        var added = await db.Set<AuditRow>().AsNoTracking()
            .Where(r => !db.Set<AuditLeaf>().Any(l => l.AuditId == r.Id) && !db.Set<PendingAudit>().Any(p => p.AuditId == r.Id))
            .OrderBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(stop);
        return added is null ? null : $"記録 {added} が後から足されています (row {added} was added)";
    }
}
