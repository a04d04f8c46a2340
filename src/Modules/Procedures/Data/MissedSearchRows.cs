namespace Madoguchi.Procedures.Data;

/// <summary>Adds sums to the rows of what was searched in vain; beyond the most, what was asked for least and longest ago leaves.</summary>
internal static class MissedSearchRows
{
    private const int Most = 5000;

    public static async Task AddAsync(Database database, IEnumerable<(string Words, DateOnly Day, long Count)> sums, CancellationToken stop, int most = Most)
    {
        foreach (var (words, day, count) in sums)
            await database.ScalarAsync(
                """
                insert into procedures_missed_searches as kept (id, words, searches, first_on, last_on, dismissed) values (@id, @words, @count, @day, @day, false)
                on conflict (words) do update set searches = kept.searches + excluded.searches,
                    last_on = case when kept.last_on < excluded.last_on then excluded.last_on else kept.last_on end
                """,
                stop, ("@id", Guid.CreateVersion7()), ("@words", words), ("@count", count), ("@day", day));
        await database.ScalarAsync(
            """
            delete from procedures_missed_searches where id in (
                select id from (select id, row_number() over (order by searches desc, last_on desc, id desc) as place from procedures_missed_searches) as ranked where place > @most)
            """,
            stop, ("@most", most));
    }
}
