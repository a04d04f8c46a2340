using Madoguchi.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Kernel.Auditing;

/// <summary>The rows under one seal: each as it was, in its place, none more and none less.</summary>
internal sealed class SealedRows(KernelDb db, AuditSeal seal)
{
    private const int MostCandidates = 200;

    /// <summary>The first thing wrong, in words; null when all is as sealed.</summary>
    public async Task<string?> FaultAsync(CancellationToken stop)
    {
        var kept = await db.Set<SealLeaves>().AsNoTracking().FirstOrDefaultAsync(l => l.Seal == seal.Number, stop);
        var leaves = kept?.Parse() ?? [];
        var hashes = leaves.ConvertAll(l => Bytes(l.Hash));
        var ids = leaves.ConvertAll(l => l.Id);
        var rows = await db.Set<AuditRow>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, stop);
        for (var i = 0; i < leaves.Count; i++)
        {
            var (id, hash) = leaves[i];
            if (!rows.TryGetValue(id, out var row)) return $"記録 {id} がありません (row {id} is missing)";
            if (Convert.ToHexStringLower(AuditHash.Leaf(row)) != hash) return $"記録 {id} が書き換えられています (row {id} was changed)";
            if (i > 0 && Compare(leaves[i - 1].Id, id) >= 0) return $"記録 {id} が移されています (row {id} was moved)";
            if (i >= seal.Count) return $"記録 {id} が封印 {seal.Number} に足されています (row {id} was added to seal {seal.Number})";
        }

        if (leaves.Count < seal.Count) return await GapAsync(leaves, hashes, stop);
        return AuditHash.Root(hashes) == seal.Root && kept!.FirstId == ids[0] && kept.LastId == ids[^1] ? null
            : $"封印 {seal.Number} の記録が差し替えられています (rows of seal {seal.Number} were replaced), 最初の記録 {ids[0]}";
    }

    // The row itself may still be there, under no seal or another one: the root tells which it was.
    private async Task<string> GapAsync(List<SealedLeaf> leaves, List<byte[]> hashes, CancellationToken stop)
    {
        var near = await db.Set<SealLeaves>().AsNoTracking().Where(l => l.Seal == seal.Number - 1 || l.Seal == seal.Number + 1).ToDictionaryAsync(l => l.Seal, stop);
        var after = near.GetValueOrDefault(seal.Number - 1)?.FirstId ?? Guid.Empty;
        var before = near.GetValueOrDefault(seal.Number + 1)?.LastId ?? Guid.AllBitsSet;
        var ids = leaves.ConvertAll(l => l.Id);
        var candidates = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Id > after && r.Id <= before && !ids.Contains(r.Id)).OrderBy(r => r.Id).Take(MostCandidates).ToListAsync(stop);
        foreach (var row in candidates)
        {
            var place = ids.FindLastIndex(id => Compare(id, row.Id) < 0) + 1;
            if (AuditHash.Root([.. hashes[..place], AuditHash.Leaf(row), .. hashes[place..]]) == seal.Root)
                return $"記録 {row.Id} が封印 {seal.Number} から移されています (row {row.Id} was moved out of seal {seal.Number})";
        }

        var elsewhere = near.Values.SelectMany(l => l.Parse()).Select(l => l.Id).ToHashSet();
        var first = candidates.Find(row => !elsewhere.Contains(row.Id))?.Id ?? ids.FirstOrDefault();
        return $"封印 {seal.Number} の記録が足りません (rows of seal {seal.Number} are missing), 最初の記録 {first}";
    }

    // A hash that is no hash any more must not stop the check.
    private static byte[] Bytes(string hash)
    {
        var bytes = new byte[32];
        Convert.FromHexString(hash, bytes, out _, out _);
        return bytes;
    }

    // The sealer orders rows as text of the id, the order both databases give.
    private static int Compare(Guid a, Guid b) => string.CompareOrdinal(a.ToString("D"), b.ToString("D"));
}
