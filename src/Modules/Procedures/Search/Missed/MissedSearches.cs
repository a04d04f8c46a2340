using Madoguchi.Procedures.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Procedures.Search.Missed;

/// <summary>Counts what was searched in vain: the words and the day, nothing else.</summary>
internal sealed class MissedSearches(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MissedSearches> log)
    : Tally<(string Words, DateOnly Day)>(scopes, clock, log, most: 1000)
{
    private readonly TimeProvider clock = clock;

    public void Count(string typed)
    {
        if (SearchedWords.Keep(typed) is { } words) Add((words, clock.Today()));
    }

    protected override Task WriteAsync(IServiceProvider services, IReadOnlyDictionary<(string Words, DateOnly Day), long> sums, CancellationToken stop) =>
        MissedSearchRows.AddAsync(services.GetRequiredService<Database>(), sums.OrderBy(s => s.Key.Words, StringComparer.Ordinal).Select(s => (s.Key.Words, s.Key.Day, s.Value)), stop);
}

/// <summary>Words nobody has searched for in 180 days vanish, those set aside too.</summary>
internal sealed class MissedSearchSweep(CityStore store, TimeProvider clock, ILogger<MissedSearchSweep> log)
    : Sweep(store, clock, log, TimeSpan.FromDays(180), "delete from procedures_missed_searches where last_on < @before");
