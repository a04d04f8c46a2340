using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Madoguchi.Kernel.Auditing;

/// <summary>Hashes of rows, trees and seals. Leaf and node hashes are told apart by a first byte, as in RFC 6962.</summary>
internal static class AuditHash
{
    public const string Zero = "0000000000000000000000000000000000000000000000000000000000000000";

    // A row that concerns nobody hashes as before there was such a column.
    public static byte[] Leaf(AuditRow row) => SHA256.HashData([0, .. JsonSerializer.SerializeToUtf8Bytes<string[]>(
    [
        row.Id.ToString("D"),
        row.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        row.ActorKind, row.ActorId, row.Action, row.SubjectKind, row.SubjectId, row.Details,
        .. row.Concerns is { } account ? [account] : Array.Empty<string>(),
    ])]);

    public static string Root(IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 0) return Zero;
        var level = leaves;
        while (level.Count > 1)
        {
            var next = new List<byte[]>((level.Count + 1) / 2);
            for (var i = 0; i < level.Count; i += 2)
                next.Add(i + 1 < level.Count ? SHA256.HashData([1, .. level[i], .. level[i + 1]]) : level[i]);
            level = next;
        }

        return Convert.ToHexStringLower(level[0]);
    }

    /// <summary>What is signed: number, time, count, root and the head before.</summary>
    public static string Head(AuditSeal seal) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{seal.Number}|{seal.At:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}|{seal.Count}|{seal.Root}|{seal.Previous}"))));
}
