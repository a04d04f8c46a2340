using System.Collections.Concurrent;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Keys;

internal sealed class WrappedKey
{
    public Guid Id { get; init; }

    public string Purpose { get; init; } = "";

    public string Wrapped { get; init; } = "";

    public DateTime CreatedAt { get; init; }
}

/// <summary>Keys kept in the database, each wrapped by the master key and useless without it.</summary>
public sealed class KeyRing(IServiceScopeFactory scopes, MasterKey master, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (string Id, byte[] Secret)> known = new();
    private readonly SemaphoreSlim making = new(1, 1);

    /// <summary>The oldest key of this purpose, made by <paramref name="create"/> when there is none. All nodes see the same one.</summary>
    public async Task<(string Id, byte[] Secret)> SecretAsync(string purpose, Func<byte[]> create, CancellationToken stop = default)
    {
        if (known.TryGetValue(purpose, out var key)) return key;
        await making.WaitAsync(stop);
        try
        {
            return known.TryGetValue(purpose, out key) ? key : known[purpose] = await LoadAsync(purpose, create, stop);
        }
        finally
        {
            making.Release();
        }
    }

    /// <summary>All secrets of a purpose, oldest first.</summary>
    public async Task<IReadOnlyList<byte[]>> AllAsync(string purpose, CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await Rows(scope, purpose).ToListAsync(stop);
        return [.. rows.Select(r => master.Unwrap(Convert.FromBase64String(r.Wrapped), purpose))];
    }

    /// <summary>Adds a secret of a purpose.</summary>
    public Task AddAsync(string purpose, byte[] secret, CancellationToken stop = default) =>
        scopes.RunAsync(services =>
        {
            services.GetRequiredService<KernelDb>().Add(new WrappedKey
            {
                Id = Guid.CreateVersion7(),
                Purpose = purpose,
                Wrapped = Convert.ToBase64String(master.Wrap(secret, purpose)),
                CreatedAt = clock.Now(),
            });
            return Task.CompletedTask;
        }, stop);

    private async Task<(string, byte[])> LoadAsync(string purpose, Func<byte[]> create, CancellationToken stop)
    {
        if (await FirstAsync(purpose, stop) is { } existing) return existing;
        await AddAsync(purpose, create(), stop);
        // Two nodes may both have added one: the oldest counts for both.
        return (await FirstAsync(purpose, stop))!.Value;
    }

    private async Task<(string, byte[])?> FirstAsync(string purpose, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var row = await Rows(scope, purpose).FirstOrDefaultAsync(stop);
        return row is null ? null : (row.Id.ToString("N"), master.Unwrap(Convert.FromBase64String(row.Wrapped), purpose));
    }

    private static IQueryable<WrappedKey> Rows(AsyncServiceScope scope, string purpose) =>
        scope.ServiceProvider.GetRequiredService<KernelDb>().Set<WrappedKey>().AsNoTracking().Where(k => k.Purpose == purpose).OrderBy(k => k.CreatedAt).ThenBy(k => k.Id);
}
