using System.Data.Common;
using Madoguchi.Kernel.Data;

namespace Madoguchi.Kernel.Outboxes;

/// <summary>The SQL of the outbox: take under a lease, settle.</summary>
internal sealed class OutboxQueue(CityStore store) : IAsyncDisposable
{
    private const long PresenceLock = 7_240_113_907;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private DbConnection? presence;

    /// <summary>Takes due messages; they come back by themselves when this process dies before settling them.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> TakeAsync(DateTime now, int count, CancellationToken stop)
    {
        await using var connection = store.CreateConnection();
        await connection.OpenAsync(stop);
        // Only where taking needs the one turn of all writers.
        if (!store.IsPostgres && !await AnyDueAsync(connection, now, stop)) return [];
        using var turn = await store.EnterAsync(stop);
        var skip = store.IsPostgres ? "for update skip locked" : "";
        await using var command = Command(connection,
            $"update kernel_outbox set not_before = @until, attempts = attempts + 1 where id in (select id from kernel_outbox where dead = false and not_before <= @now order by not_before limit {count} {skip}) returning id, kind, payload, attempts",
            ("@until", now + Lease), ("@now", now));
        await using var reader = await command.ExecuteReaderAsync(stop);
        var taken = new List<OutboxMessage>();
        while (await reader.ReadAsync(stop)) taken.Add(new OutboxMessage(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3)));
        return taken;
    }

    public async Task SettleAsync(IReadOnlyCollection<OutboxOutcome> outcomes, CancellationToken stop)
    {
        using var turn = await store.EnterAsync(stop);
        await using var connection = store.CreateConnection();
        await connection.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await DeleteAsync(transaction, [.. outcomes.Where(o => o.Error is null).Select(o => o.Id)], stop);
        foreach (var outcome in outcomes.Where(o => o.Error is not null))
        {
            await using var command = Command(connection, "update kernel_outbox set last_error = @error, dead = @dead, not_before = coalesce(@again, not_before) where id = @id",
                ("@error", outcome.Error), ("@dead", outcome.Again is null), ("@again", outcome.Again), ("@id", outcome.Id));
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync(stop);
        }

        await transaction.CommitAsync(stop);
    }

    /// <summary>When no other process works on this database, what a killed one had taken is due again at once.</summary>
    public async Task ReleaseOwnAsync(CancellationToken stop)
    {
        if (store.IsPostgres && !await AloneAsync(stop)) return;
        using var turn = await store.EnterAsync(stop);
        await using var connection = store.CreateConnection();
        await connection.OpenAsync(stop);
        await using var command = Command(connection, "update kernel_outbox set not_before = created_at where dead = false and attempts > 0 and last_error is null");
        await command.ExecuteNonQueryAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (presence is null) return;
        await using (presence) await LeaveAsync(presence);
    }

    // The pool does not reset connections: a lock would stay with it.
    private static async Task LeaveAsync(DbConnection presence)
    {
        if (presence.State != System.Data.ConnectionState.Open) return;
        try
        {
            await using var command = Command(presence, "select pg_advisory_unlock_all()");
            await command.ExecuteNonQueryAsync();
        }
        catch (DbException)
        {
            // A connection that was lost has lost its locks too.
        }
    }

    // Every process shares one lock as long as it lives; whoever could have it alone is the only one.
    private async Task<bool> AloneAsync(CancellationToken stop)
    {
        if (presence is not null) await presence.DisposeAsync();
        presence = store.CreateConnection();
        await presence.OpenAsync(stop);
        await using var command = Command(presence, $"select pg_try_advisory_lock({PresenceLock})");
        var alone = await command.ExecuteScalarAsync(stop) is true;
        await using var share = Command(presence, $"select pg_advisory_lock_shared({PresenceLock})");
        await share.ExecuteNonQueryAsync(stop);
        if (!alone) return false;
        await using var leave = Command(presence, $"select pg_advisory_unlock({PresenceLock})");
        await leave.ExecuteNonQueryAsync(stop);
        return true;
    }

    private static async Task<bool> AnyDueAsync(DbConnection connection, DateTime now, CancellationToken stop)
    {
        await using var command = Command(connection, "select 1 from kernel_outbox where dead = false and not_before <= @now limit 1", ("@now", now));
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    private static async Task DeleteAsync(DbTransaction transaction, IReadOnlyList<Guid> sent, CancellationToken stop)
    {
        if (sent.Count == 0) return;
        var names = sent.Select((_, i) => $"@sent{i}");
        await using var command = Command(transaction.Connection!, $"delete from kernel_outbox where id in ({string.Join(", ", names)})",
            [.. sent.Select((id, i) => ($"@sent{i}", (object?)id))]);
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(stop);
    }

    private static DbCommand Command(DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.With(name, value);
            if (value is null && name == "@again") command.Parameters[name].DbType = System.Data.DbType.DateTime;
        }

        return command;
    }
}
