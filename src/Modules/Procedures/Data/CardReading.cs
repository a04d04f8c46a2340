using Madoguchi.Procedures.Catalogue;

namespace Madoguchi.Procedures.Data;

/// <summary>The cards in SQL: they are read at every start, where translating a query costs more than all of them (docs/adr/0010).</summary>
internal static class CardReading
{
    public static Task<List<CardRow>> ReadAsync(Database database, CancellationToken stop) =>
        database.ListAsync("select slug, number, sha256, source, read_by, card from procedures_cards order by slug", row => new CardRow
        {
            Slug = row.GetString(0),
            Number = row.GetInt32(1),
            Sha256 = row.GetString(2),
            Source = row.GetString(3),
            ReadBy = row.GetString(4),
            Card = row.IsDBNull(5) ? null : row.GetString(5),
        }, stop);
}
