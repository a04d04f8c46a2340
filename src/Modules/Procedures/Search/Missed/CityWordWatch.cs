using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Procedures.Search.Missed;

/// <summary>Words added or taken away on another node are searched by here as well.</summary>
internal sealed class CityWordWatch(ProcedureCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CityWordWatch> log) : Watch(scopes, clock, log)
{
    protected override async Task LookAsync(Database database, CancellationToken stop)
    {
        var words = await CityWordReading.ReadAsync(database, stop);
        catalogue.ChangeWords(_ => words);
    }
}
