using System.Data.Common;
using Madoguchi.Messaging.Domain;

namespace Madoguchi.Messaging.Data;

/// <summary>The announcements of now by plain SQL: the first page after a start must not wait for a model.</summary>
internal static class AnnouncementRows
{
    private const int Most = 100;

    public static async Task<IReadOnlyList<ShownAnnouncement>> CurrentAsync(Database database, DateTime now, CancellationToken stop) => await database.ListAsync(
        $"select id, emergency, title_ja, body_ja, title_en, body_en, title_easy, body_easy, link, published_at, updated_at, ends_at from messaging_announcements where ends_at > @now order by published_at desc, id desc limit {Most}",
        Read, stop, ("@now", now));

    public static async Task<bool> AnyAsync(Database database, CancellationToken stop) =>
        await database.ScalarAsync("select 1 from messaging_announcements limit 1", stop) is not null;

    private static ShownAnnouncement Read(DbDataReader row) => new(
        row.GetGuid(0), row.GetBoolean(1),
        new Dictionary<Language, (string, string)> { [Language.Ja] = (row.GetString(2), row.GetString(3)), [Language.En] = (row.GetString(4), row.GetString(5)), [Language.JaEasy] = (row.GetString(6), row.GetString(7)) },
        row.TextOrNull(8), row.Utc(9), row.Utc(10), row.Utc(11));
}
