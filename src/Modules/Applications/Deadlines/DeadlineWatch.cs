using Madoguchi.Applications.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Applications.Deadlines;

/// <summary>Once a minute: applicants whose correction is overdue are told once; offered places nobody took go to the next who waits.</summary>
internal sealed class DeadlineWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeadlineWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do await TryAsync(stop);
        while (await timer.WaitForNextTickAsync(stop));
    }

    /// <summary>One look; each matter in a transaction of its own, so that one that fails keeps no other back.</summary>
    internal async Task LookAsync(CancellationToken stop)
    {
        var now = clock.Now();
        var (overdue, lapsed) = await DueAsync(now, stop);
        foreach (var number in overdue) await LookAfterAsync<TellOverdue>(number, act => act.RunAsync(number, JapaneseDate.Of(now), stop), stop);
        foreach (var place in lapsed) await LookAfterAsync<LapseOffer>(place, act => act.RunAsync(place, now, stop), stop);
    }

    private async Task LookAfterAsync<TAct>(object what, Func<TAct, Task> run, CancellationToken stop) where TAct : notnull
    {
        try
        {
            await scopes.RunAsync(services => run(services.GetRequiredService<TAct>()), stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "{Act} failed for {What}; the others go on", typeof(TAct).Name, what);
        }
    }

    private async Task<(List<string> Overdue, List<Guid> Lapsed)> DueAsync(DateTime now, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        return (await PastDeadlines.CorrectionsAsync(database, JapaneseDate.Of(now), stop), await PastDeadlines.OffersAsync(database, now, stop));
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await LookAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The deadlines could not be looked after; trying again in a minute");
        }
    }
}
