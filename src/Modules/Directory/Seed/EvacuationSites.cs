using Madoguchi.Directory.Contracts;

namespace Madoguchi.Directory.Seed;

/// <summary>Read at every start: the city's own <c>evacuation-sites.json</c> in the data folder, else that of the demo.</summary>
internal sealed class EvacuationSites(CityOptions options) : IStartup, IEvacuationSites
{
    private const string Name = "evacuation-sites.json";

    public IReadOnlyList<EvacuationSite> All { get; private set; } = [];

    public async Task StartAsync(CancellationToken stop)
    {
        var own = Path.Combine(options.DataFolder, Name);
        if (File.Exists(own)) All = await EvacuationSiteFile.ReadAsync(own, stop);
        else if (options.Demo) All = await EvacuationSiteFile.ReadAsync(Path.Combine(options.DemoFolder, Name), stop);
    }
}
