using Madoguchi.Procedures.Catalogue;

namespace Madoguchi.Procedures.Data;

/// <summary>
/// One stored edition, read without another thread's help: many requests may wait for the same edition at once,
/// and would take every thread and every connection that the read needs to go on.
/// </summary>
internal static class EditionReading
{
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
