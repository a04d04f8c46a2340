using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Outside;

/// <summary>How often the door for people outside opens in a minute: for each link by itself, and for all guesses together.</summary>
internal sealed class LookTurns : IDisposable
{
    public const int InAMinute = 120;

    private readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = InAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <exception cref="BusyException">Too often.</exception>
    public void Take(string key)
    {
        using var turn = turns.AttemptAcquire(key);
        if (!turn.IsAcquired) throw new BusyException();
    }

    public void Dispose() => turns.Dispose();
}

/// <summary>A link that was found, and its draft while it may be seen.</summary>
internal sealed record FoundLink(PreviewLink Link, Draft? Draft);

/// <summary>Finds what a secret opens. Nobody need be signed in; who holds no secret learns nothing.</summary>
[Anyone]
internal sealed class LookDoor(StudioDb db, LookTurns turns, TimeProvider clock)
{
    public const string Path = "/draft-preview";

    private const int SecretLength = 32;

    /// <exception cref="NotFoundException">No link has this secret.</exception>
    /// <exception cref="BusyException">Too often.</exception>
    public async Task<FoundLink> OpenAsync(string secret, CancellationToken stop)
    {
        var hash = PreviewLink.HashOf(secret);
        var link = secret.Length == SecretLength ? await db.Links.AsNoTracking().FirstOrDefaultAsync(l => l.SecretHash == hash, stop) : null;
        turns.Take(link is null ? "guess" : hash);
        if (link is null) throw new NotFoundException();
        if (!link.IsOpen(clock.Today())) return new FoundLink(link, null);
        var id = link.DraftId;
        return new FoundLink(link, await db.All.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.State != DraftState.Discarded && d.State != DraftState.Published, stop));
    }
}
