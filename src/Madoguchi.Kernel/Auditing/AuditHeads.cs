using System.Text;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Auditing;

/// <summary>A line of the file of heads.</summary>
internal sealed record NotedHead(long Number, string Head);

/// <summary>The heads of all seals in a file outside the database, from the first on without a gap, so that a cut tail is noticed.</summary>
internal sealed class AuditHeads(CityOptions options, ILogger<AuditHeads> log)
{
    private readonly string file = Path.Combine(options.DataFolder, "audit-heads.log");
    private long? last;

    public string Name => Path.GetFileName(file);

    /// <summary>Writes the heads the file does not hold yet: those just sealed, or sealed before a kill.</summary>
    public async Task CatchUpAsync(KernelDb db, CancellationToken stop)
    {
        last ??= LastOfWholeLines();
        var seals = await db.Set<AuditSeal>().AsNoTracking().Where(s => s.Number > last).OrderBy(s => s.Number).ToListAsync(stop);
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

    // A kill may have torn the last line: it is cut off and written again.
    private long LastOfWholeLines()
    {
        if (!File.Exists(file)) return 0;
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var whole = text.LastIndexOf('\n') + 1;
        if (whole < text.Length) stream.SetLength(whole);
        return whole == 0 ? 0 : text[..whole].Split('\n')[..^1].Select(l => Parse(l).Number).Max();
    }
}
