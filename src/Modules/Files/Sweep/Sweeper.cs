using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Files.Sweep;

/// <summary>Sweeps every hour, the first time a minute after the start; strays once after the start.</summary>
internal sealed class Sweeper(SweepFiles sweep, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock, stop);
            await TryAsync(sweep.RemoveStraysAsync, stop);
            using var hour = new PeriodicTimer(TimeSpan.FromHours(1), clock);
            do
            {
                await TryAsync(sweep.RunAsync, stop);
            }
            while (await hour.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The city hall closes; the next start goes on.
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task<int>> work, CancellationToken stop)
    {
        try
        {
            var gone = await work(stop);
            if (gone > 0) log.LogInformation("{Count} files nobody attached were deleted", gone);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or IOException or BusyException)
        {
            log.LogWarning(fault, "The files could not be swept; again in an hour");
        }
    }
}
