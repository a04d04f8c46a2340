using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Kernel.Outboxes;

/// <summary>A message nobody could send; it waits for a person.</summary>
/// <param name="Kind">Of its sender.</param>
/// <param name="CreatedAt">When the act wanted it sent; UTC.</param>
/// <param name="Error">Name of the last fault; never its words, which may hold personal data.</param>
public sealed record DeadLetter(Guid Id, string Kind, DateTime CreatedAt, int Attempts, string Error);

/// <summary>The messages the outbox has given up, and the way back into it.</summary>
public sealed class DeadLetters
{
    private readonly KernelDb db;
    private readonly Database database;
    private readonly TimeProvider clock;
    private readonly OutboxSignal signal;

    internal DeadLetters(KernelDb db, Database database, TimeProvider clock, OutboxSignal signal) =>
        (this.db, this.database, this.clock, this.signal) = (db, database, clock, signal);

    /// <summary>Oldest first; with the cursor of the next page when there are more.</summary>
    public async Task<(IReadOnlyList<DeadLetter> Letters, string? Next)> ListAsync(string? after, int limit, CancellationToken stop = default)
    {
        var seen = Cursor.Parse(after);
        var rows = await db.Set<OutboxRow>().AsNoTracking().Where(r => r.Dead).PageBy(r => r.CreatedAt, r => r.Id, seen?.Time, seen?.Id, descending: false).Take(limit + 1).ToListAsync(stop);
        var shown = rows.Take(limit).ToList();
        return ([.. shown.Select(r => new DeadLetter(r.Id, r.Kind, r.CreatedAt, r.Attempts, r.LastError ?? ""))], rows.Count > limit ? Cursor.Of(shown[^1].CreatedAt, shown[^1].Id) : null);
    }

    /// <summary>Puts those that are still dead back into the outbox as if they were new, in the acting transaction.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReviveAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default)
    {
        var now = clock.Now();
        database.AfterCommit(signal.Raise);
        return await db.Set<OutboxRow>().Where(r => r.Dead && ids.Contains(r.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(r => r.Dead, false).SetProperty(r => r.Attempts, 0).SetProperty(r => r.LastError, (string?)null).SetProperty(r => r.NotBefore, now), stop);
    }
}
