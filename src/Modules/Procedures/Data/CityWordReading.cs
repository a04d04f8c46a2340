namespace Madoguchi.Procedures.Data;

/// <summary>All words of the city in SQL: they are read at every start and again and again after it.</summary>
internal static class CityWordReading
{
    public static Task<List<(string Slug, string Word)>> ReadAsync(Database database, CancellationToken stop) =>
        database.ListAsync("select slug, word from procedures_city_words", row => (row.GetString(0), row.GetString(1)), stop);
}
