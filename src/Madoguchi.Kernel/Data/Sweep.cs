using Madoguchi.Kernel.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Data;

/// <summary>Deletes rows that have been kept long enough; looked for at the start and every hour.</summary>
/// <param name="kept">How long a row is kept.</param>
/// <param name="sql">The statement; <c>@before</c> (UTC) is now less <paramref name="kept"/>.</param>
public abstract class Sweep(CityStore store, TimeProvider clock, ILogger log, TimeSpan kept, string sql) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do await TryAsync(stop);
        while (await timer.WaitForNextTickAsync(stop));
    }

    /// <summary>Sweeps once.</summary>
    public async Task SweepAsync(CancellationToken stop)
    {
        using var turn = await store.EnterAsync(stop);
        await using var connection = store.CreateConnection();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.With("@before", clock.Now() - kept).ExecuteNonQueryAsync(stop);
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await SweepAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "{Sweep} failed; trying again in an hour", GetType().Name);
        }
    }
}
