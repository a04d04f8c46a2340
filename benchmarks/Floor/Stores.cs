using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Madoguchi.Floor;

internal interface IFloorStore
{
    Task SeedAsync(int rows, Item sample);

    Task InsertAsync(Guid id, DateTime at, string key, string body);

    Task<List<Item>> ListAsync();
}

internal static class Sql
{
    public const string Insert = "insert into floor_applications (id, arrived_at, number, procedure, status, applicant, division, due_on, version, rest, body) values (@id, @at, @number, 'x', 'arrived', 'x', 'doro', '', 1, '{}', @body)";

    // Only what was seeded is listed, so that submissions in between do not change the body.
    public const string List = "select id, arrived_at, number, procedure, status, applicant, division, due_on, version, rest from floor_applications where division = 'list' order by arrived_at desc, id desc limit 50";

    public static async Task<List<Item>> ReadAsync(DbCommand command)
    {
        var items = new List<Item>(50);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            items.Add(new(row.GetGuid(0), row.GetDateTime(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetInt64(8), row.GetString(9)));
        return items;
    }

    public static string Number(int serial) => string.Create(CultureInfo.InvariantCulture, $"2026-{serial:000000}-0");
}

internal sealed class PostgresStore(string connectionString) : IFloorStore
{
    private readonly NpgsqlDataSource source = new NpgsqlSlimDataSourceBuilder(connectionString + ";Max Auto Prepare=20;Auto Prepare Min Usages=2;No Reset On Close=true").Build();

    public async Task SeedAsync(int rows, Item sample)
    {
        await using var command = source.CreateCommand("""
            create table floor_applications (id uuid primary key, arrived_at timestamptz not null, number text not null, procedure text not null, status text not null,
                applicant text not null, division text not null, due_on text not null, version bigint not null, rest text not null, body text not null);
            create index floor_applications_list on floor_applications (division, arrived_at desc, id desc)
            """);
        await command.ExecuteNonQueryAsync();
        await using var connection = await source.OpenConnectionAsync();
        await using (var import = await connection.BeginBinaryImportAsync("copy floor_applications from stdin (format binary)"))
        {
            for (var i = 0; i < rows; i++)
            {
                await import.StartRowAsync();
                await import.WriteAsync(Guid.CreateVersion7());
                await import.WriteAsync(DateTime.UtcNow.AddMinutes(-i));
                foreach (var text in (string[])[Sql.Number(i), sample.Procedure, sample.Status, sample.Applicant, "list", sample.DueOn]) await import.WriteAsync(text);
                await import.WriteAsync(1L);
                await import.WriteAsync(sample.Rest);
                await import.WriteAsync("{}");
            }

            await import.CompleteAsync();
        }

        await using var analyze = source.CreateCommand("vacuum analyze floor_applications");
        await analyze.ExecuteNonQueryAsync();
    }

    public async Task InsertAsync(Guid id, DateTime at, string key, string body)
    {
        await using var command = source.CreateCommand(Sql.Insert);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("at", at);
        command.Parameters.AddWithValue("number", key);
        command.Parameters.AddWithValue("body", body);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<List<Item>> ListAsync()
    {
        await using var command = source.CreateCommand(Sql.List);
        return await Sql.ReadAsync(command);
    }
}

// One writer at a time waits in the process, not in SQLite: without it the slowest request takes 20 times as long.
internal sealed class SqliteStore(string path) : IFloorStore
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private SqliteCommand? insert;

    public async Task SeedAsync(int rows, Item sample)
    {
        await using var connection = Open();
        await RunAsync(connection, """
            create table floor_applications (id text primary key, arrived_at text not null, number text not null, procedure text not null, status text not null,
                applicant text not null, division text not null, due_on text not null, version integer not null, rest text not null, body text not null) without rowid;
            create index floor_applications_list on floor_applications (division, arrived_at desc, id desc);
            """);
        await using var transaction = connection.BeginTransaction();
        await using var command = new SqliteCommand("insert into floor_applications values (@id, @at, @number, @procedure, @status, @applicant, 'list', @due, 1, @rest, '{}')", connection, transaction);
        foreach (var name in (string[])["@id", "@at", "@number", "@procedure", "@status", "@applicant", "@due", "@rest"]) command.Parameters.Add(name, SqliteType.Text);
        for (var i = 0; i < rows; i++)
        {
            object[] values = [Guid.CreateVersion7(), DateTime.UtcNow.AddMinutes(-i), Sql.Number(i), sample.Procedure, sample.Status, sample.Applicant, sample.DueOn, sample.Rest];
            for (var p = 0; p < values.Length; p++) command.Parameters[p].Value = values[p];
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        await RunAsync(connection, "analyze");
    }

    public async Task InsertAsync(Guid id, DateTime at, string key, string body)
    {
        await gate.WaitAsync();
        try
        {
            insert ??= new SqliteCommand(Sql.Insert, Open());
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("@id", id);
            insert.Parameters.AddWithValue("@at", at);
            insert.Parameters.AddWithValue("@number", key);
            insert.Parameters.AddWithValue("@body", body);
            insert.ExecuteNonQuery();
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<List<Item>> ListAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        await using var command = new SqliteCommand(Sql.List, connection);
        return await Sql.ReadAsync(command);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var pragma = new SqliteCommand("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000", connection);
        pragma.ExecuteNonQuery();
        return connection;
    }
}
