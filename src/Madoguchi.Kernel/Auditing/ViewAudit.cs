using System.Threading.Channels;
using Madoguchi.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Auditing;

/// <summary>Buffers views so that reading a page writes nothing itself; written together within a second. A kill may lose that second of views, never a write.</summary>
internal sealed class ViewAudit(WriteBatcher batcher, IDbContextFactory<KernelDb> contexts, TimeProvider clock, ILogger<ViewAudit> log) : BackgroundService
{
    private const int Limit = 512;
    private readonly Channel<AuditRow> queue = Channel.CreateUnbounded<AuditRow>();

    public void Add(AuditRow row) => queue.Writer.TryWrite(row);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop)) await WriteAllAsync();
        }
        catch (OperationCanceledException)
        {
            await WriteAllAsync();
        }
    }

    private async Task WriteAllAsync()
    {
        var rows = new List<(IEntityType, object)>();
        var (row, pending) = Types();
        while (queue.Reader.TryRead(out var view))
        {
            rows.Add((row, view));
            rows.Add((pending, new PendingAudit { AuditId = view.Id }));
            if (rows.Count >= 2 * Limit) await WriteAsync(rows);
        }

        await WriteAsync(rows);
    }

    private async Task WriteAsync(List<(IEntityType, object)> rows)
    {
        if (rows.Count == 0) return;
        try
        {
            await batcher.WriteAsync(rows, CancellationToken.None);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "{Count} views could not be written to the audit trail", rows.Count / 2);
        }

        rows.Clear();
    }

    private (IEntityType Row, IEntityType Pending) Types()
    {
        using var db = contexts.CreateDbContext();
        return (db.Model.FindEntityType(typeof(AuditRow))!, db.Model.FindEntityType(typeof(PendingAudit))!);
    }
}
