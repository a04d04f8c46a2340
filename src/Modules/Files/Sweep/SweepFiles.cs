using Madoguchi.Files.Domain;
using Madoguchi.Files.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Files.Sweep;

/// <summary>Throws away what nobody attached within a day. May run any number of times, on any number of nodes.</summary>
[Anyone]
internal sealed class SweepFiles(IServiceScopeFactory scopes, FileRoom room, TimeProvider clock)
{
    private const int Together = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Deletes unattached files and uploads that broke off.</summary>
    /// <returns>How many files went.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var before = clock.Now() - Kept;
        room.RemoveBrokenOff(before);
        var gone = 0;
        while (true)
        {
            // First the rows: the database refuses when a file was attached meanwhile, and the bytes are still there.
            var places = await scopes.RunAsync(services => ForgetAsync(services.GetRequiredService<FilesDb>(), before, stop), stop);
            foreach (var place in places) room.Remove(place);
            gone += places.Count;
            if (places.Count < Together) return gone;
        }
    }

    /// <summary>Deletes bytes without a row, left by a kill between the disk and the database.</summary>
    /// <returns>How many files went.</returns>
    public async Task<int> RemoveStraysAsync(CancellationToken stop)
    {
        var gone = 0;
        foreach (var places in room.PlacesBefore(clock.Now() - Kept).Chunk(Together))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<FilesDb>();
            var known = await db.All.Where(f => places.Contains(f.Place)).Select(f => f.Place).ToListAsync(stop);
            foreach (var place in places.Except(known))
            {
                room.Remove(place);
                gone++;
            }
        }

        return gone;
    }

    private static async Task<List<string>> ForgetAsync(FilesDb db, DateTime before, CancellationToken stop)
    {
        var old = await db.All.Where(f => f.StoredAt < before && !db.Links.Any(l => l.FileId == f.Id)).OrderBy(f => f.StoredAt).Take(Together).ToListAsync(stop);
        db.RemoveRange(old);
        return [.. old.Select(f => f.Place)];
    }
}
