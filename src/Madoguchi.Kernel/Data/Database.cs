using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Madoguchi.Kernel.Data;

/// <summary>
/// The one connection of a request or unit of work, shared by all module contexts, and its transaction.
/// Reads need no transaction; acts begin one before they read what they change.
/// </summary>
public sealed class Database(CityStore store, WriteBatcher batcher, Models models) : IAsyncDisposable
{
    private readonly List<ModuleDb> contexts = [];
    private readonly List<object> appended = [];
    private readonly List<Func<IServiceProvider, Task>> afterRollback = [];
    private readonly List<Action> afterCommit = [];
    private DbConnection? connection;
    private DbTransaction? transaction;
    private IDisposable? turn;

    /// <summary>Whether the city stands on PostgreSQL.</summary>
    public bool IsPostgres => store.IsPostgres;

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => transaction is not null;

    /// <summary>What to do in a transaction of its own when this one is rolled back (a saved form, a failed sign-in).</summary>
    public void AfterRollback(Func<IServiceProvider, Task> act) => afterRollback.Add(act);

    /// <summary>What to do in memory once the rows are durable (wake a worker, refresh a snapshot).</summary>
    public void AfterCommit(Action act) => afterCommit.Add(act);

    /// <summary>The open connection, for SQL that lives in a module's Data folder.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken stop = default)
    {
        var open = Connection;
        if (open.State != ConnectionState.Open) await open.OpenAsync(stop);
        return open;
    }

    /// <summary>A command on the connection, inside the transaction when one is open.</summary>
    public async Task<DbCommand> CommandAsync(string sql, CancellationToken stop = default)
    {
        var command = (await OpenAsync(stop)).CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    /// <summary>Runs a statement on the connection with its parameters; the first value it gives back, null when there is none.</summary>
    public async Task<object?> ScalarAsync(string sql, CancellationToken stop, params (string Name, object Value)[] parameters)
    {
        await using var command = await CommandAsync(sql, stop);
        foreach (var (name, value) in parameters) command.With(name, value);
        return await command.ExecuteScalarAsync(stop) is { } result and not DBNull ? result : null;
    }

    /// <summary>All rows of a query, each read by <paramref name="read"/>.</summary>
    public async Task<List<T>> ListAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken stop, params (string Name, object Value)[] parameters)
    {
        await using var command = await CommandAsync(sql, stop);
        foreach (var (name, value) in parameters) command.With(name, value);
        var list = new List<T>();
        await using var row = await command.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop)) list.Add(read(row));
        return list;
    }

    /// <summary>Opens the transaction; on SQLite an immediate one, after waiting for the turn.</summary>
    public async Task BeginAsync(CancellationToken stop = default)
    {
        if (InTransaction) return;
        await models.ReadyAsync().WaitAsync(stop);
        turn = await store.EnterAsync(stop);
        var open = await OpenAsync(stop);
        transaction = open is SqliteConnection sqlite
            ? sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: false)
            : await open.BeginTransactionAsync(IsolationLevel.ReadCommitted, stop);
        foreach (var context in contexts) await context.Database.UseTransactionAsync(transaction, stop);
    }

    /// <summary>
    /// Adds a row of any module that this act neither reads back nor links to: it needs no context and no change tracking,
    /// and where an act only adds, it goes straight to the writer.
    /// </summary>
    public void Append(object row) => appended.Add(row);

    /// <summary>Makes everything the contexts hold durable. Returns only when it is.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row first.</exception>
    /// <exception cref="BusyException">The queue of the writer is full.</exception>
    internal async Task CommitAsync(CancellationToken stop)
    {
        if (InTransaction) await SaveAndCommitAsync(stop);
        else await WriteTogetherAsync(stop);
        foreach (var act in afterCommit) act();
        afterCommit.Clear();
        afterRollback.Clear();
    }

    internal async Task<IReadOnlyList<Func<IServiceProvider, Task>>> RollbackAsync()
    {
        appended.Clear();
        foreach (var context in contexts) context.ChangeTracker.Clear();
        if (transaction is not null)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            await LeaveAsync();
        }

        afterCommit.Clear();
        return [.. afterRollback];
    }

    internal TContext Attach<TContext>(TContext context) where TContext : ModuleDb
    {
        context.Attach(Connection, transaction);
        contexts.Add(context);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        turn?.Dispose();
        if (connection is not null) await connection.DisposeAsync();
    }

    private DbConnection Connection => connection ??= store.CreateConnection();

    private async Task SaveAndCommitAsync(CancellationToken stop)
    {
        foreach (var context in contexts)
            if (context.ChangeTracker.HasChanges()) await context.SaveChangesAsync(stop);
        await InsertAppendedAsync(stop);
        await transaction!.CommitAsync(stop);
        await LeaveAsync();
    }

    private async Task InsertAppendedAsync(CancellationToken stop)
    {
        if (appended.Count == 0) return;
        var tables = TableRows.InOrder(await AppendedAsync());
        if (transaction is NpgsqlTransaction postgres) await BulkWriter.WriteAsync(postgres.Connection!, postgres, tables, stop);
        else BulkWriter.Write((SqliteTransaction)transaction!, tables, []);
    }

    private async ValueTask<List<(IEntityType Type, object Row)>> AppendedAsync()
    {
        var rows = new List<(IEntityType Type, object Row)>(appended.Count);
        if (appended.Count == 0) return rows;
        var types = await models.ReadyAsync();
        foreach (var row in appended) rows.Add((types[row.GetType()], row));
        appended.Clear();
        return rows;
    }

    private async Task WriteTogetherAsync(CancellationToken stop)
    {
        var rows = await AppendedAsync();
        foreach (var context in contexts)
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var entry in context.ChangeTracker.Entries())
            {
                if (entry.State == EntityState.Added) rows.Add((entry.Metadata, entry.Entity));
                else if (entry.State is EntityState.Modified or EntityState.Deleted)
                    throw new InvalidOperationException($"{entry.Metadata.Name} was changed without a transaction");
            }
        }

        if (rows.Count > 0) await batcher.WriteAsync(rows, stop);
        foreach (var context in contexts)
        {
            context.ChangeTracker.Clear();
            context.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task LeaveAsync()
    {
        foreach (var context in contexts) await context.Database.UseTransactionAsync(null);
        await transaction!.DisposeAsync();
        transaction = null;
        turn?.Dispose();
        turn = null;
    }
}
