using System.Text;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Settings;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Auditing;

/// <summary>A line of the file of heads.</summary>
internal sealed record NotedHead(long Number, string Head);

/// <summary>The heads of all seals in a file outside the database, from the first on without a gap, so that a cut tail is noticed.</summary>
internal sealed class AuditHeads(CityOptions options, ILogger<AuditHeads> log)
{
    private const int Tail = 64 * 1024;
    private readonly string file = Path.Combine(options.DataFolder, "audit-heads.log");
    private long? last;

    public string Name => Path.GetFileName(file);

    /// <summary>Writes the heads the file does not hold yet: those just sealed, or sealed before a kill.</summary>
    public async Task CatchUpAsync(Database database, CancellationToken stop)
    {
        last ??= LastOfWholeLines();
        var seals = await database.ListAsync("select number, head, signature from kernel_audit_seals where number > @last order by number",
            row => (Number: row.GetInt64(0), Head: row.GetString(1), Signature: row.GetString(2)), stop, ("@last", last));
        if (seals.Count == 0) return;
        if (last == 0 && seals.Count > 1)
        {
            // A file that was deleted is evidence; writing it anew would hide the deletion.
            log.LogError("The file of audit heads is gone; it is not written anew");
            return;
        }

        await using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(seals.Select(s => $"{s.Number} {s.Head} {s.Signature}\n"))), stop);
        stream.Flush(flushToDisk: true);
        last = seals[^1].Number;
    }

    /// <summary>All lines; null when there is no file. A line that is none of ours counts as number 0.</summary>
    public async Task<IReadOnlyList<NotedHead>?> ReadAsync(CancellationToken stop)
    {
        if (!File.Exists(file)) return null;
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var lines = (await reader.ReadToEndAsync(stop)).Split('\n');
        // What follows the last line end is empty, or a line just being written.
        return [.. lines[..^1].Select(Parse)];
    }

    private static NotedHead Parse(string line)
    {
        var parts = line.Split(' ');
        return parts.Length == 3 && long.TryParse(parts[0], out var number) ? new NotedHead(number, parts[1]) : new NotedHead(0, "");
    }

    // A kill may have torn the last line: it is cut off and written again. Only the end is read: the file grows for ten years.
    private long LastOfWholeLines()
    {
        if (!File.Exists(file)) return 0;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        var begin = Math.Max(0, stream.Length - Tail);
        stream.Seek(begin, SeekOrigin.Begin);
        var bytes = new byte[stream.Length - begin];
        stream.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (whole < bytes.Length) stream.SetLength(begin + whole);
        return whole == 0 ? 0 : Encoding.ASCII.GetString(bytes, 0, whole).Split('\n')[..^1].Max(line => Parse(line).Number);
    }
}
