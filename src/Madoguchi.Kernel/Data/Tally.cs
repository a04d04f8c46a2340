using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Data;

/// <summary>
/// Counts in memory, so that reading a page writes nothing; the sums are added to their rows every few seconds and at stop.
/// A kill loses the seconds since the last time, and what finds no place any more is not counted: nobody waits for a count.
/// </summary>
/// <param name="most">How many different keys wait at once.</param>
public abstract class Tally<TKey>(IServiceScopeFactory scopes, TimeProvider clock, ILogger log, int most) : BackgroundService where TKey : notnull
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private readonly Lock turn = new();
    private Dictionary<TKey, long> counts = [];

    /// <summary>Counts one more; never waits and never fails.</summary>
    public void Add(TKey key)
    {
        lock (turn) Add(key, 1);
    }

    /// <summary>Adds to the rows what was counted; when that fails, it waits for the next time.</summary>
    public async Task FlushAsync(CancellationToken stop = default)
    {
        if (Take() is not { Count: > 0 } taken) return;
        try
        {
            await scopes.RunAsync(services => WriteAsync(services, taken, stop), stop);
        }
        catch
        {
            lock (turn)
                foreach (var (key, count) in taken) Add(key, count);
            throw;
        }
    }

    /// <summary>Adds the sums to their rows, in the open transaction; rows in an order of their own, so that two nodes do not wait for each other.</summary>
    protected abstract Task WriteAsync(IServiceProvider services, IReadOnlyDictionary<TKey, long> sums, CancellationToken stop);

    public sealed override async Task StopAsync(CancellationToken stop)
    {
        await base.StopAsync(stop);
        await TryAsync(CancellationToken.None);
    }

    protected sealed override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stop)) await TryAsync(stop);
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await FlushAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogWarning("Counts could not be written ({Fault}); trying again in a few seconds", fault.GetType().Name);
        }
    }

    private Dictionary<TKey, long> Take()
    {
        lock (turn)
        {
            var taken = counts;
            counts = [];
            return taken;
        }
    }

    private void Add(TKey key, long count)
    {
        if (counts.TryGetValue(key, out var before)) counts[key] = before + count;
        else if (counts.Count < most) counts[key] = count;
    }
}
