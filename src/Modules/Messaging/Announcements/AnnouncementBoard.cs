using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Data;
using Madoguchi.Messaging.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Messaging.Announcements;

/// <summary>The announcements of now, kept in memory: every visitor of the home page reads them.</summary>
internal sealed class AnnouncementBoard(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AnnouncementBoard> log) : Watch(scopes, clock, log), IAnnouncements
{
    // One object for each look: what is forgotten while the database is asked stays forgotten.
    private Snapshot last = new(null);

    public async ValueTask<IReadOnlyList<AnnouncementItem>> CurrentAsync(Language language, CancellationToken stop = default)
    {
        // Several may read at once; each leaves the same behind.
        IReadOnlyList<ShownAnnouncement>? rows;
        while ((rows = Volatile.Read(ref last).Rows) is null) await LookAsync(stop);
        var now = Clock.Now();
        return rows.Count == 0 ? [] : [.. rows.Where(a => a.EndsAt > now).Select(a => a.Item(language))];
    }

    /// <summary>The next reader looks into the database.</summary>
    public void Forget() => Volatile.Write(ref last, new Snapshot(null));

    protected override async Task LookAsync(Database database, CancellationToken stop)
    {
        var before = Volatile.Read(ref last);
        var read = new Snapshot(await AnnouncementRows.CurrentAsync(database, Clock.Now(), stop));
        Interlocked.CompareExchange(ref last, read, before);
    }

    private sealed record Snapshot(IReadOnlyList<ShownAnnouncement>? Rows);
}
