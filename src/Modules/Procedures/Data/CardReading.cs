using Madoguchi.Procedures.Catalogue;

namespace Madoguchi.Procedures.Data;

/// <summary>The cards in SQL: they are read at every start, where translating a query costs more than all of them (docs/adr/0010).</summary>
internal static class CardReading
{
    private const string Columns = "select slug, number, sha256, source, read_by, card from procedures_cards";

    public static Task<List<CardRow>> ReadAsync(Database database, CancellationToken stop) => database.ListAsync($"{Columns} order by slug", Row, stop);

    /// <summary>One card; null when there is none.</summary>
    public static async Task<CardRow?> FindAsync(Database database, string slug, CancellationToken stop) =>
        (await database.ListAsync($"{Columns} where slug = @slug", Row, stop, ("@slug", slug))).FirstOrDefault();

    /// <summary>The edition shown of every procedure.</summary>
    public static Task<List<(string Slug, int Number)>> NumbersAsync(Database database, CancellationToken stop) =>
        database.ListAsync("select slug, number from procedures_cards", row => (row.GetString(0), row.GetInt32(1)), stop);

    /// <summary>Procedures from which nothing new is taken.</summary>
    public static Task<List<(string Slug, ProcedureStop Stop)>> StopsAsync(Database database, CancellationToken stop) =>
        database.ListAsync("select slug, stopped_at, reason, reason_en, reason_easy from procedures_stops",
            row => (row.GetString(0), new ProcedureStop(row.Utc(1), row.IsDBNull(2) ? null : new StopReason(row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4)))), stop);

    private static CardRow Row(System.Data.Common.DbDataReader row) => new()
    {
        Slug = row.GetString(0),
        Number = row.GetInt32(1),
        Sha256 = row.GetString(2),
        Source = row.GetString(3),
        ReadBy = row.GetString(4),
        Card = row.IsDBNull(5) ? null : row.GetString(5),
    };
}
