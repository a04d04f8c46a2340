using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Madoguchi.Kernel.Data;

/// <summary>Rows of one table and how they are written.</summary>
internal sealed record TableRows(BulkInsert Plan, IReadOnlyList<object> Rows)
{
    /// <summary>One order of tables and keys on every node, so that two writers cannot wait for each other.</summary>
    public static IEnumerable<TableRows> InOrder(IEnumerable<(IEntityType Type, object Row)> rows) =>
        rows.GroupBy(r => r.Type, r => r.Row).Select(g => (Plan: BulkInsert.For(g.Key), Rows: g))
            .OrderBy(t => t.Plan.Order).ThenBy(t => t.Plan.Table, StringComparer.Ordinal)
            .Select(t => new TableRows(t.Plan, t.Plan.Sorted(t.Rows)));
}

/// <summary>
/// Writes many rows without the change tracker: on PostgreSQL one statement per table, all in one round trip;
/// on SQLite statements prepared once per connection.
/// </summary>
internal static class BulkWriter
{
    public static async Task WriteAsync(NpgsqlConnection postgres, NpgsqlTransaction? transaction, IEnumerable<TableRows> tables, CancellationToken stop = default)
    {
        await using var commands = new NpgsqlBatch(postgres, transaction);
        foreach (var (plan, rows) in tables)
        {
            var command = new NpgsqlBatchCommand(plan.PostgresSql);
            foreach (var column in plan.Columns) command.Parameters.Add(column.Parameter(rows));
            commands.BatchCommands.Add(command);
        }

        await commands.ExecuteNonQueryAsync(stop);
    }

    public static void Write(SqliteTransaction transaction, IEnumerable<TableRows> tables, Dictionary<BulkInsert, SqliteCommand> prepared)
    {
        foreach (var (plan, rows) in tables)
        {
            if (!prepared.TryGetValue(plan, out var command)) prepared[plan] = command = Prepare(transaction.Connection!, plan);
            command.Transaction = transaction;
            foreach (var entity in rows)
            {
                for (var i = 0; i < plan.Columns.Count; i++) command.Parameters[i].Value = plan.Columns[i].Value(entity) ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
        }
    }

    private static SqliteCommand Prepare(SqliteConnection sqlite, BulkInsert plan)
    {
        var command = sqlite.CreateCommand();
        command.CommandText = plan.SqliteSql;
        for (var i = 0; i < plan.Columns.Count; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        return command;
    }
}
