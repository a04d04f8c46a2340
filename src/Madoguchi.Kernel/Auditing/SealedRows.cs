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
        var leaves = await (from leaf in db.Set<AuditLeaf>().AsNoTracking().Where(l => l.Seal == seal.Number)
                            join row in db.Set<AuditRow>().AsNoTracking() on leaf.AuditId equals row.Id into found
                            from row in found.DefaultIfEmpty()
                            orderby leaf.Position
                            select new { leaf, row }).ToListAsync(stop);
        var hashes = leaves.ConvertAll(l => Bytes(l.leaf.Hash));
        for (var i = 0; i < leaves.Count; i++)
        {
            var (leaf, row) = (leaves[i].leaf, leaves[i].row);
            if (leaf.Position != i) return await GapAsync(leaves.ConvertAll(l => l.leaf), hashes, i, stop);
            if (row is null) return $"記録 {leaf.AuditId} がありません (row {leaf.AuditId} is missing)";
            if (Convert.ToHexStringLower(AuditHash.Leaf(row)) != leaf.Hash) return $"記録 {leaf.AuditId} が書き換えられています (row {leaf.AuditId} was changed)";
            if (i > 0 && Compare(leaves[i - 1].leaf.AuditId, leaf.AuditId) >= 0) return $"記録 {leaf.AuditId} が移されています (row {leaf.AuditId} was moved)";
            if (i >= seal.Count) return $"記録 {leaf.AuditId} が封印 {seal.Number} に足されています (row {leaf.AuditId} was added to seal {seal.Number})";
        }

        if (leaves.Count < seal.Count) return await GapAsync(leaves.ConvertAll(l => l.leaf), hashes, leaves.Count, stop);
        return AuditHash.Root(hashes) == seal.Root ? null
            : $"封印 {seal.Number} の記録が差し替えられています (rows of seal {seal.Number} were replaced), 最初の記録 {leaves[0].leaf.AuditId}";
    }

    // The place is empty; the row itself may still be there, without a seal or moved to another one: the root tells which it was.
    private async Task<string> GapAsync(List<AuditLeaf> leaves, List<byte[]> hashes, int place, CancellationToken stop)
    {
        var after = place == 0 ? Guid.Empty : leaves[place - 1].AuditId;
        var before = place < leaves.Count ? leaves[place].AuditId : Guid.AllBitsSet;
        var candidates = await db.Set<AuditRow>().AsNoTracking().Where(r => r.Id > after && r.Id < before).OrderBy(r => r.Id).Take(MostCandidates).ToListAsync(stop);
        foreach (var row in candidates)
        {
            if (AuditHash.Root([.. hashes[..place], AuditHash.Leaf(row), .. hashes[place..]]) == seal.Root)
                return $"記録 {row.Id} が封印 {seal.Number} から移されています (row {row.Id} was moved out of seal {seal.Number})";
        }

        return place == 0
            ? $"封印 {seal.Number} の最初の記録がありません (the first row of seal {seal.Number} is missing)"
            : $"記録 {after} の次の記録がありません (the row after {after} is missing)";
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
