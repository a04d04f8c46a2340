using Madoguchi.Procedures.Catalogue;

namespace Madoguchi.Procedures.Data;

/// <summary>
/// One stored edition, read without another thread's help: many requests may wait for the same edition at once,
/// and would take every thread and every connection that the read needs to go on.
/// </summary>
internal static class EditionReading
{
    /// <summary>Numbers, times and publishers, newest first.</summary>
    public static async Task<IReadOnlyList<EditionRef>> ListAsync(CityStore store, string slug, CancellationToken stop)
    {
        await using var connection = store.CreateConnectionAside();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "select number, published_at, published_by from procedures_editions where slug = @slug order by number desc";
        await using var rows = await command.With("@slug", slug).ExecuteReaderAsync(stop);
        var editions = new List<EditionRef>();
        while (await rows.ReadAsync(stop)) editions.Add(new EditionRef(rows.GetInt32(0), rows.Utc(1), rows.GetString(2)));
        return editions;
    }

    /// <summary>The library's last edition of every procedure that the city publishes itself.</summary>
    public static async Task<IReadOnlyList<LibraryBase>> LibraryBasesAsync(CityStore store, CancellationToken stop)
    {
        await using var connection = store.CreateConnectionAside();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            select e.slug, e.number, e.sha256 from procedures_editions e join procedures_cards c on c.slug = e.slug
            where c.source = 'city' and e.published_by = 'library'
              and e.number = (select max(l.number) from procedures_editions l where l.slug = e.slug and l.published_by = 'library')
            """;
        await using var rows = await command.ExecuteReaderAsync(stop);
        var bases = new List<LibraryBase>();
        while (await rows.ReadAsync(stop)) bases.Add(new LibraryBase(rows.GetString(0), rows.GetInt32(1), rows.GetString(2)));
        return bases;
    }

    /// <summary>Definitions by slug.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TextsAsync(CityStore store, IReadOnlyCollection<(string Slug, int Number)> editions, CancellationToken stop)
    {
        if (editions.Count == 0) return new Dictionary<string, string>();
        await using var connection = store.CreateConnectionAside();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select slug, definition from procedures_editions where {string.Join(" or ", editions.Select((_, i) => $"(slug = @s{i} and number = @n{i})"))}";
        foreach (var (i, (slug, number)) in editions.Index()) command.With($"@s{i}", slug).With($"@n{i}", number);
        await using var rows = await command.ExecuteReaderAsync(stop);
        var texts = new Dictionary<string, string>();
        while (await rows.ReadAsync(stop)) texts[rows.GetString(0)] = rows.GetString(1);
        return texts;
    }

    public static Edition? Read(CityStore store, string slug, int number)
    {
        using var connection = store.CreateConnectionAside();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select id, sha256, definition, templates, published_at, published_by from procedures_editions where slug = @slug and number = @number";
        using var row = command.With("@slug", slug).With("@number", number).ExecuteReader();
        if (!row.Read()) return null;
        return new Edition
        {
            Id = row.GetGuid(0),
            Slug = slug,
            Number = number,
            Sha256 = row.GetString(1),
            Definition = row.GetString(2),
            Templates = row.GetString(3),
            PublishedAt = row.Utc(4),
            PublishedBy = row.GetString(5),
        };
    }
}
