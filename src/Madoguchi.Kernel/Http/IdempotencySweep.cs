using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Http;

/// <summary>Kept answers vanish after 48 hours; looked for every hour.</summary>
internal sealed class IdempotencySweep(CityStore store, TimeProvider clock, ILogger<IdempotencySweep> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do await TryAsync(stop);
        while (await timer.WaitForNextTickAsync(stop));
    }

    internal async Task SweepAsync(CancellationToken stop)
    {
        using var turn = await store.EnterAsync(stop);
        await using var connection = store.CreateConnection();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "delete from kernel_idempotency where created_at < @before";
        await command.With("@before", clock.Now() - Kept).ExecuteNonQueryAsync(stop);
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
