using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Madoguchi.Kernel.Data;

/// <summary>
/// Writes what many requests only add in one transaction: the rows of all that wait go in together,
/// one statement per table, and each request is answered after COMMIT. One writer and one connection per database;
/// batches form by themselves while the previous one commits.
/// </summary>
public sealed class WriteBatcher(CityStore store, ILogger<WriteBatcher> log, int queueLimit = 4096) : IAsyncDisposable
{
    private const int BatchLimit = 256;

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(queueLimit) { SingleReader = true });
    private readonly Lock starting = new();
    private readonly Dictionary<BulkInsert, SqliteCommand> prepared = [];
    private DbConnection? connection;
    private Task? loop;

    /// <summary>Completes when the rows are durable; all of them or none.</summary>
    /// <exception cref="BusyException">The queue is full.</exception>
    /// <exception cref="DbException">The database refused these rows.</exception>
    internal async Task WriteAsync(IReadOnlyList<(IEntityType Type, object Row)> rows, CancellationToken stop)
    {
        EnsureStarted();
        stop.ThrowIfCancellationRequested();
        var waiting = new Waiting(rows);
        if (!queue.Writer.TryWrite(waiting)) throw new BusyException();
        await waiting.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop is not null) await loop;
        await CloseAsync();
    }

    private void EnsureStarted()
    {
        if (loop is not null) return;
        lock (starting) loop ??= Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        var batch = new List<Waiting>(BatchLimit);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < BatchLimit && queue.Reader.TryRead(out var next)) batch.Add(next);
            await WriteBatchAsync(batch);
        }
    }

    private async Task WriteBatchAsync(List<Waiting> batch, bool again = false)
    {
        try
        {
            await ExecuteAsync(batch);
            foreach (var waiting in batch) waiting.Done.TrySetResult();
        }
        catch (Exception fault)
        {
            await FailedAsync(batch, fault, again);
        }
    }

    private async Task FailedAsync(List<Waiting> batch, Exception fault, bool again)
    {
        var lost = IsLost(fault);
        if (lost || IsBusy(fault)) await CloseAsync();
        if (lost && !again)
        {
            log.LogWarning("The connection was lost under a batch of {Count} ({Fault}); trying once more", batch.Count, fault.GetType().Name);
            await AgainAsync(batch);
        }
        else if (lost || IsBusy(fault) || batch.Count == 1)
        {
            foreach (var waiting in batch) waiting.Done.TrySetException(fault);
        }
        else
        {
            log.LogInformation("A batch of {Count} failed ({Fault}); writing its requests one by one", batch.Count, fault.GetType().Name);
            foreach (var waiting in batch) await WriteBatchAsync([waiting], again);
        }
    }

    // The connection may have been lost after the commit: what stands there already is not written twice.
    private async Task AgainAsync(List<Waiting> batch)
    {
        var left = new List<Waiting>(batch.Count);
        try
        {
            await OpenAsync();
            foreach (var waiting in batch)
            {
                if (await StandsAsync(waiting)) waiting.Done.TrySetResult();
                else left.Add(waiting);
            }
        }
        catch (Exception fault)
        {
            await CloseAsync();
            foreach (var waiting in batch) waiting.Done.TrySetException(fault);
            return;
        }

        if (left.Count > 0) await WriteBatchAsync(left, again: true);
    }

    // Ids are made by the request alone, so one of its rows stands for all of them.
    private async Task<bool> StandsAsync(Waiting waiting)
    {
        var (plan, key) = waiting.Rows.Select(r => (Plan: BulkInsert.For(r.Type), r.Row)).Select(r => (r.Plan, Key: r.Plan.KeyOf(r.Row))).FirstOrDefault(r => r.Key is Guid);
        if (plan is null) return false;
        await using var command = connection!.CreateCommand();
        command.CommandText = $"select 1 from {plan.Table} where {plan.KeyColumn} = @id";
        return await command.With("@id", key).ExecuteScalarAsync() is not null;
    }

    private static bool IsBusy(Exception fault) => fault is BusyException or SqliteException { SqliteErrorCode: 5 or 6 };

    private bool IsLost(Exception fault) => fault switch
    {
        PostgresException refused => refused.SqlState.StartsWith("57P", StringComparison.Ordinal) || refused.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException => true,
        _ => connection is NpgsqlConnection { State: not System.Data.ConnectionState.Open },
    };

    private async Task OpenAsync()
    {
        connection ??= store.CreateConnection();
        if (connection.State != System.Data.ConnectionState.Open) await connection.OpenAsync();
    }

    private async Task ExecuteAsync(List<Waiting> batch)
    {
        var tables = TableRows.InOrder(batch.SelectMany(w => w.Rows));
        await OpenAsync();
        if (connection is NpgsqlConnection postgres)
        {
            await BulkWriter.WriteAsync(postgres, null, tables);
            return;
        }

        using var turn = await store.EnterAsync(CancellationToken.None);
        await using var transaction = ((SqliteConnection)connection!).BeginTransaction(deferred: false);
        BulkWriter.Write(transaction, tables, prepared);
        transaction.Commit();
    }

    private async Task CloseAsync()
    {
        var (old, commands) = (connection, prepared.Values.ToList());
        connection = null;
        prepared.Clear();
        try
        {
            foreach (var command in commands) await command.DisposeAsync();
            if (old is not null) await old.DisposeAsync();
        }
        catch (DbException fault)
        {
            log.LogWarning("A broken connection could not be closed in order: {Fault}", fault.GetType().Name);
        }
    }

    private sealed record Waiting(IReadOnlyList<(IEntityType Type, object Row)> Rows)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
