using Madoguchi.Messaging.Contracts;
using Madoguchi.Messaging.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Messaging.Announcements;

/// <summary>The announcements page by page: for everybody those of now, for officers all of them.</summary>
[Anyone]
internal sealed class ReadAnnouncements(MessagingDb db, Actor actor, TimeProvider clock)
{
    private const int Shown = 20;

    /// <summary>What is shown now, newest first, and the cursor of the next page.</summary>
    public Task<(IReadOnlyList<Announcement> Rows, string? Next)> CurrentAsync(string? after, CancellationToken stop)
    {
        var now = clock.Now();
        return PageAsync(db.Announcements.Where(a => a.EndsAt > now), after, stop);
    }

    /// <summary>One that is shown now.</summary>
    /// <exception cref="NotFoundException">There is none, or its time is over.</exception>
    public async Task<Announcement> CurrentAsync(Guid id, CancellationToken stop)
    {
        var now = clock.Now();
        return await db.Announcements.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.EndsAt > now, stop) ?? throw new NotFoundException();
    }

    /// <summary>All, newest first; for whoever may write them.</summary>
    public Task<(IReadOnlyList<Announcement> Rows, string? Next)> AllAsync(string? after, CancellationToken stop)
    {
        actor.Require(MessagingPermissions.Announce);
        return PageAsync(db.Announcements, after, stop);
    }

    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<Announcement> AnyAsync(Guid id, CancellationToken stop)
    {
        actor.Require(MessagingPermissions.Announce);
        return await db.Announcements.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFoundException();
    }

    private static async Task<(IReadOnlyList<Announcement> Rows, string? Next)> PageAsync(IQueryable<Announcement> announcements, string? after, CancellationToken stop)
    {
        var seen = Cursor.Parse(after);
        var rows = await announcements.AsNoTracking().PageBy(a => a.PublishedAt, a => a.Id, seen?.Time, seen?.Id, descending: true).Take(Shown + 1).ToListAsync(stop);
        if (rows.Count <= Shown) return (rows, null);
        rows.RemoveAt(Shown);
        return (rows, Cursor.Of(rows[^1].PublishedAt, rows[^1].Id));
    }
}
