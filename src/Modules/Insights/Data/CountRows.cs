using Madoguchi.Insights.Counting;

namespace Madoguchi.Insights.Data;

/// <summary>Adds sums to their rows; nodes add to the same ones.</summary>
internal static class CountRows
{
    public static async Task AddAsync(Database database, IEnumerable<(CountKey Key, long Amount)> sums, CancellationToken stop)
    {
        foreach (var (key, amount) in sums)
            await database.ScalarAsync(
                """
                insert into insights_form_counts as kept (id, procedure, edition, day, kind, place, detail, amount)
                values (@id, @procedure, @edition, @day, @kind, @place, @detail, @amount)
                on conflict (procedure, edition, day, kind, place, detail) do update set amount = kept.amount + excluded.amount
                """,
                stop, ("@id", Guid.CreateVersion7()), ("@procedure", key.Procedure), ("@edition", key.Edition), ("@day", key.Day),
                ("@kind", EnumText.Of(key.Kind)), ("@place", key.Place), ("@detail", key.Detail), ("@amount", amount));
    }
}
