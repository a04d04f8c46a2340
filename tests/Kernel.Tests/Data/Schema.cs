using System.Data.Common;
using Madoguchi.Kernel.Data;

namespace Kernel.Tests.Data;

internal sealed record SchemaColumn(string Table, string Name, bool Nullable, string Type);

/// <summary>What stands in a database: columns and unique indexes, as its own catalogue tells.</summary>
internal sealed record Schema(bool IsPostgres, IReadOnlyList<SchemaColumn> Columns, IReadOnlySet<string> Unique)
{
    private const string PostgresColumns = """
        select table_name, column_name, is_nullable = 'YES', data_type || coalesce('(' || character_maximum_length || ')', '')
        from information_schema.columns where table_schema = 'public'
        """;

    private const string PostgresUnique = """
        select t.relname, string_agg(a.attname, ',' order by k.place)
        from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
        cross join lateral unnest(i.indkey) with ordinality as k(number, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
        where n.nspname = 'public' and i.indisunique and i.indpred is null group by i.indexrelid, t.relname
        """;

    // The tables of the full-text index are SQLite's own.
    private const string SqliteTables = "select m.name from sqlite_master m where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like 'applications_tokens%'";

    private const string SqliteColumns = $"""
        select t.name, c.name, c."notnull" = 0 and c.pk = 0, c.type from ({SqliteTables}) t join pragma_table_info(t.name) c
        """;

    private const string SqliteUnique = $"""
        select t.name, group_concat(c.name, ',') from ({SqliteTables}) t join pragma_index_list(t.name) i join pragma_index_info(i.name) c
        where i."unique" = 1 and i.partial = 0 group by t.name, i.name
        """;

    public static string UniqueLine(string table, IEnumerable<string> columns) => $"{table} ({string.Join(',', columns.Order(StringComparer.Ordinal))})";

    public static async Task<Schema> ReadAsync(CityStore store)
    {
        await using var connection = store.CreateConnection();
        await connection.OpenAsync();
        var columns = await ReadAsync(connection, store.IsPostgres ? PostgresColumns : SqliteColumns,
            r => new SchemaColumn(r.GetString(0), r.GetString(1), r.GetBoolean(2), r.GetString(3)));
        var unique = await ReadAsync(connection, store.IsPostgres ? PostgresUnique : SqliteUnique, r => UniqueLine(r.GetString(0), r.GetString(1).Split(',')));
        return new Schema(store.IsPostgres, columns, unique.ToHashSet());
    }

    private static async Task<List<T>> ReadAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<T>();
        while (await reader.ReadAsync()) found.Add(read(reader));
        return found;
    }
}
