using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Http;

/// <summary>Kept answers vanish after 48 hours; looked for every hour.</summary>
internal sealed class IdempotencySweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IdempotencySweep> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do await TryAsync(stop);
        while (await timer.WaitForNextTickAsync(stop));
    }

    internal Task SweepAsync(CancellationToken stop)
    {
        var before = clock.Now() - Kept;
        return scopes.RunAsync(services => services.GetRequiredService<Database>().ScalarAsync("delete from kernel_idempotency where created_at < @before", stop, ("@before", before)), stop);
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await SweepAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "Old answers could not be swept; trying again in an hour");
        }
    }
}
