using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Data;

/// <summary>
/// A copy in memory of what stands in the database. What this node changes it shows at once; what another one changes is looked up
/// twice a minute, aside, so that no reader waits. A database that is away for a moment takes nothing away: the next look finds it.
/// </summary>
public abstract class Watch(IServiceScopeFactory scopes, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>How old a copy may be.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    protected TimeProvider Clock { get; } = clock;

    /// <summary>Looks into the database now.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await LookAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop);
    }

    /// <summary>Reads what stands there and shows it, unless something newer was shown here meanwhile.</summary>
    protected abstract Task LookAsync(Database database, CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, Clock);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                await LookAsync(stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "{Copy} could not be looked up; trying again in half a minute", GetType().Name);
            }
        }
    }
}
