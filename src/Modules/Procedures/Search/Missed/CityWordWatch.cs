using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Procedures.Search.Missed;

/// <summary>Twice a minute: words added or taken away on another node are searched by here as well.</summary>
internal sealed class CityWordWatch(ProcedureCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CityWordWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(30);

    /// <summary>Reads them all and shows them when they differ.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var words = await CityWordReading.ReadAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop);
        catalogue.ChangeWords(_ => words);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stop))
        {
            try
            {
                await LookAsync(stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The words of the city could not be read; trying again in half a minute");
            }
        }
    }
}
