using Microsoft.Data.Sqlite;
using Npgsql;

namespace Madoguchi.Kernel.Data;

/// <summary>Rows of one table and how they are written.</summary>
internal sealed record TableRows(BulkInsert Plan, IReadOnlyList<object> Rows);

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
            foreach (var column in plan.Columns) command.Parameters.Add(new NpgsqlParameter { Value = column.Values(rows) });
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
