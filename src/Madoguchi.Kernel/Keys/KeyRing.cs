using System.Collections.Concurrent;
using System.Security.Cryptography;
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
    private const long MakingLock = 7_240_113_908;
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

    /// <summary>Ends the start unless the master key opens every key of this database.</summary>
    /// <exception cref="StartRefusedException">Another master key made them, or they were changed.</exception>
    public async Task CheckAsync(CancellationToken stop = default)
    {
        foreach (var (id, purpose, wrapped) in await RowsAsync("", stop))
        {
            try
            {
                master.Unwrap(Convert.FromBase64String(wrapped), purpose);
            }
            catch (Exception fault) when (fault is CryptographicException or FormatException)
            {
                throw new StartRefusedException($"鍵のファイルがこのデータベースのものではないか、鍵 {id} が書き換えられています。(The master key does not open key {id} of this database.)");
            }
        }
    }

    /// <summary>All secrets of a purpose, oldest first.</summary>
    public async Task<IReadOnlyList<byte[]>> AllAsync(string purpose, CancellationToken stop = default)
    {
        var rows = await RowsAsync("where purpose = @purpose", stop, ("@purpose", purpose));
        return [.. rows.Select(r => master.Unwrap(Convert.FromBase64String(r.Wrapped), purpose))];
    }

    /// <summary>Adds a secret of a purpose.</summary>
    public Task AddAsync(string purpose, byte[] secret, CancellationToken stop = default) =>
        scopes.RunAsync(services =>
        {
            services.GetRequiredService<KernelDb>().Add(Wrapped(secret, purpose));
            return Task.CompletedTask;
        }, stop);

    private async Task<(string, byte[])> LoadAsync(string purpose, Func<byte[]> create, CancellationToken stop)
    {
        if (await FirstAsync(purpose, stop) is { } existing) return existing;
        // Two nodes must not both make one: on PostgreSQL a lock until the end of the transaction; SQLite has one writer anyway.
        await scopes.RunAsync(async services =>
        {
            var database = services.GetRequiredService<Database>();
            if (database.IsPostgres)
            {
                await using var turn = await database.CommandAsync($"select pg_advisory_xact_lock({MakingLock})", stop);
                await turn.ExecuteNonQueryAsync(stop);
            }

            var db = services.GetRequiredService<KernelDb>();
            if (!await db.Set<WrappedKey>().AnyAsync(k => k.Purpose == purpose, stop)) db.Add(Wrapped(create(), purpose));
        }, stop);
        return (await FirstAsync(purpose, stop))!.Value;
    }

    private WrappedKey Wrapped(byte[] secret, string purpose) => new()
    {
        Id = Guid.CreateVersion7(),
        Purpose = purpose,
        Wrapped = Convert.ToBase64String(master.Wrap(secret, purpose)),
        CreatedAt = clock.Now(),
    };

    private async Task<(string, byte[])?> FirstAsync(string purpose, CancellationToken stop) =>
        await RowsAsync("where purpose = @purpose", stop, ("@purpose", purpose)) is [var first, ..] ? (first.Id.ToString("N"), master.Unwrap(Convert.FromBase64String(first.Wrapped), purpose)) : null;

    // In SQL: keys are read at every start, where translating a query costs more than all of them (docs/adr/0010).
    private async Task<List<(Guid Id, string Purpose, string Wrapped)>> RowsAsync(string where, CancellationToken stop, params (string, object)[] parameters)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Database>().ListAsync(
            $"select id, purpose, wrapped from kernel_keys {where} order by created_at, id", row => (row.GetGuid(0), row.GetString(1), row.GetString(2)), stop, parameters);
    }
}
