using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Api;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.LifeEvents;
using Madoguchi.Procedures.Lint;
using Madoguchi.Procedures.Paper;
using Madoguchi.Procedures.Search;
using Madoguchi.Procedures.Search.Missed;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Procedures;

/// <summary>Wires the module.</summary>
public sealed class ProceduresModule : Module
{
    public override string Name => "procedures";

    public override IReadOnlyList<string> Permissions => [ProceduresPermissions.Maintain, ProceduresPermissions.Edit];

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<ProceduresDb>();
        services.AddSingleton<ProcedureCatalogue>().AddSingleton<IProcedures>(s => s.GetRequiredService<ProcedureCatalogue>());
        services.AddSingleton<IStartup, PublishLibrary>();
        services.AddSingleton<ILifeEvents, LifeEventBook>();
        services.AddSingleton<Papers>().AddSingleton<IPapers>(s => s.GetRequiredService<Papers>());
        services.AddSingleton<IProcedureTool, ProcedureTool>();
        services.AddSingleton<IDefinitions, Definitions>();
        services.AddScoped<IPublication, Publication>();
        services.AddSingleton<CatalogueWatch>().AddHostedService(s => s.GetRequiredService<CatalogueWatch>());
        services.AddSingleton<MissedSearches>().AddHostedService(s => s.GetRequiredService<MissedSearches>()).AddHostedService<MissedSearchSweep>();
        services.AddSingleton<CityWordWatch>().AddHostedService(s => s.GetRequiredService<CityWordWatch>());
        services.AddScoped<MissedList>().AddScoped<DismissSearch>().AddScoped<AddCityWord>().AddScoped<RemoveCityWord>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root)
    {
        ProceduresApi.Map(api);
        LifeEventsApi.Map(api);
        PaperPages.Map(root);
        Suggestions.Map(root);
    }
}
