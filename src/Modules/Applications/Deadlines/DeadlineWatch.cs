using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Applications.Deadlines;

/// <summary>Once a minute: applicants whose correction is overdue are told once; offered places nobody took go to the next who waits.</summary>
internal sealed class DeadlineWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeadlineWatch> log) : BackgroundService
{
    private const int Most = 200;
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
        foreach (var number in await OverdueAsync(JapaneseDate.Of(now), stop))
            await scopes.RunAsync(services => services.GetRequiredService<TellOverdue>().RunAsync(number, JapaneseDate.Of(now), stop), stop);
        foreach (var place in await LapsedAsync(now, stop))
            await scopes.RunAsync(services => services.GetRequiredService<LapseOffer>().RunAsync(place, now, stop), stop);
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

    private async Task<IReadOnlyList<string>> OverdueAsync(DateOnly today, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApplicationsDb>().All
            .Where(a => a.CorrectionDueOn < today && a.Status == ApplicationStatus.CorrectionRequested && !a.CorrectionOverdueTold)
            .OrderBy(a => a.CorrectionDueOn).Take(Most).Select(a => a.IntakeNumber).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<Guid>> LapsedAsync(DateTime now, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApplicationsDb>().Places
            .Where(p => p.State == PlaceState.Offered && p.OfferedUntil < now).OrderBy(p => p.OfferedUntil).Take(Most).Select(p => p.Id).ToListAsync(stop);
    }
}
