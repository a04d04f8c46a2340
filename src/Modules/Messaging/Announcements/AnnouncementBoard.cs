using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Data;
using Madoguchi.Messaging.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Messaging.Announcements;

/// <summary>The announcements of now, kept in memory: every visitor of the home page reads them.</summary>
internal sealed class AnnouncementBoard(IServiceScopeFactory scopes, TimeProvider clock) : IAnnouncements
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private volatile Snapshot? last;

    public async ValueTask<IReadOnlyList<AnnouncementItem>> CurrentAsync(Language language, CancellationToken stop = default)
    {
        var now = clock.Now();
        var snapshot = last;
        // Several may read at once; each leaves the same behind.
        if (snapshot is null || now - snapshot.ReadAt >= Fresh) last = snapshot = new Snapshot(now, await ReadAsync(now, stop));
        return snapshot.Rows.Count == 0 ? [] : [.. snapshot.Rows.Where(a => a.EndsAt > now).Select(a => a.Item(language))];
    }

    /// <summary>The next reader looks into the database.</summary>
    public void Forget() => last = null;

    private async Task<IReadOnlyList<ShownAnnouncement>> ReadAsync(DateTime now, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await AnnouncementRows.CurrentAsync(scope.ServiceProvider.GetRequiredService<Database>(), now, stop);
    }

    private sealed record Snapshot(DateTime ReadAt, IReadOnlyList<ShownAnnouncement> Rows);
}
