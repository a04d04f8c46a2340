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
    private readonly List<AuditRow> unwritten = new(Limit);

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
        while (await WriteSomeAsync())
        {
        }
    }

    private async Task<bool> WriteSomeAsync()
    {
        while (unwritten.Count < Limit && queue.Reader.TryRead(out var view)) unwritten.Add(view);
        if (unwritten.Count == 0) return false;
        var (row, pending) = Types();
        try
        {
            await batcher.WriteAsync([.. unwritten.SelectMany(v => new (IEntityType, object)[] { (row, v), (pending, new PendingAudit { AuditId = v.Id }) })], CancellationToken.None);
        }
        catch (Exception fault) when (!Http.Faults.IsUniqueViolation(fault))
        {
            log.LogError("{Count} views could not be written to the audit trail, trying again: {Fault}", unwritten.Count, fault.GetType().Name);
            return false;
        }
        catch (Exception)
        {
            // Their ids are ours alone: the try before had reached the database.
        }

        unwritten.Clear();
        return true;
    }

    private (IEntityType Row, IEntityType Pending) Types()
    {
        using var db = contexts.CreateDbContext();
        return (db.Model.FindEntityType(typeof(AuditRow))!, db.Model.FindEntityType(typeof(PendingAudit))!);
    }
}
