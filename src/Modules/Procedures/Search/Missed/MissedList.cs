using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Procedures.Search.Missed;

/// <summary>What was searched in vain, the most frequent first, and the words of the city, the newest first.</summary>
internal sealed class MissedList(ProceduresDb db, Actor actor)
{
    private const int Shown = 50;

    public async Task<(IReadOnlyList<MissedSearch> Searches, string? Next)> SearchesAsync(string? after, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Maintain);
        var seen = Cursor.Parse(after);
        var rows = await db.MissedSearches.AsNoTracking().Where(s => !s.Dismissed)
            .PageBy(s => s.Searches, s => s.Id, seen?.Number, seen?.Id, descending: true).Take(Shown + 1).ToListAsync(stop);
        return ([.. rows.Take(Shown)], rows.Count > Shown ? Cursor.Of(rows[Shown - 1].Searches, rows[Shown - 1].Id) : null);
    }

    public async Task<(IReadOnlyList<CityWord> Words, string? Next)> WordsAsync(string? after, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Maintain);
        var seen = Cursor.Parse(after);
        var rows = await db.CityWords.AsNoTracking()
            .PageBy(w => w.AddedAt, w => w.Id, seen?.Time, seen?.Id, descending: true).Take(Shown + 1).ToListAsync(stop);
        return ([.. rows.Take(Shown)], rows.Count > Shown ? Cursor.Of(rows[Shown - 1].AddedAt, rows[Shown - 1].Id) : null);
    }

    /// <exception cref="NotFoundException">Added, set aside or gone since.</exception>
    public async Task<MissedSearch> FindAsync(Guid id, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Maintain);
        return await db.MissedSearches.FirstOrDefaultAsync(s => s.Id == id && !s.Dismissed, stop) ?? throw new NotFoundException();
    }
}
