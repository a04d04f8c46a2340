using System.Collections.Immutable;
using Madoguchi.Procedures.Data;
using Madoguchi.Procedures.Domain.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>What another node published or stopped is shown by here as well.</summary>
internal sealed class CatalogueWatch(ProcedureCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CatalogueWatch> log) : Watch(scopes, clock, log)
{
    protected override async Task LookAsync(Database database, CancellationToken stop)
    {
        var known = catalogue.Stops;
        var stops = await CardReading.StopsAsync(database, stop);
        // What was stopped here while the database was asked is newer than its answer.
        catalogue.ChangeStops(now => now == known ? stops.ToImmutableDictionary(s => s.Slug, s => s.Stop) : now);
        foreach (var (slug, number) in await CardReading.NumbersAsync(database, stop))
            if (IsNewer(slug, number) && await CardReading.FindAsync(database, slug, stop) is { Card: { } card } row && CardReader.Read(card, row.Number) is { } read && IsNewer(slug, row.Number)) catalogue.Put([read]);
    }

    private bool IsNewer(string slug, int number) => catalogue.Card(slug) is not { } shown || shown.Number < number;
}
