using System.Collections.Concurrent;
using Madoguchi.Residents.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Residents.Accounts;

/// <summary>Accounts in memory for the hot path: forgotten here when changed here, everywhere after a minute.</summary>
internal sealed class AccountBook(IServiceScopeFactory scopes, TimeProvider clock) : IResidents, IActorSource
{
    private const int Limit = 20_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> known = new();

    public ActorKind Kind => ActorKind.Resident;

    public async ValueTask<ResidentAccount?> Of(string id, CancellationToken stop = default) =>
        Remembered(id, clock.Now()) ?? (await ReadAsync([id], stop)).GetValueOrDefault(id);

    public async ValueTask<IReadOnlyDictionary<string, ResidentAccount>> Of(IReadOnlyCollection<string> ids, CancellationToken stop = default)
    {
        var now = clock.Now();
        var found = ids.Distinct().Select(id => Remembered(id, now)).OfType<ResidentAccount>().ToDictionary(a => a.Id);
        var missing = ids.Where(id => !found.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0) return found;

        foreach (var (id, account) in await ReadAsync(missing, stop)) found.Add(id, account);
        return found;
    }

    public async ValueTask<ActorFacts?> FindAsync(string id, CancellationToken stop) =>
        await Of(id, stop) is { } account ? new ActorFacts(ActorKind.Resident, id, account.FullName, null, [], []) : null;

    public void Forget(string id) => known.TryRemove(id, out _);

    private ResidentAccount? Remembered(string id, DateTime now) => known.TryGetValue(id, out var kept) && now - kept.At < Fresh ? kept.Account : null;

    private async Task<Dictionary<string, ResidentAccount>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken stop)
    {
        var at = clock.Now();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ResidentsDb>();
        var accounts = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id) && a.ClosedAt == null).ToListAsync(stop);
        if (known.Count + accounts.Count > Limit) known.Clear();
        foreach (var account in accounts) known[account.Id] = new Known(account.ToContract(), at);
        return accounts.ToDictionary(a => a.Id, a => a.ToContract());
    }

    private sealed record Known(ResidentAccount Account, DateTime At);
}
