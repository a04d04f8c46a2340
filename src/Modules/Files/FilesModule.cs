using Madoguchi.Files.Api;
using Madoguchi.Files.Contracts;
using Madoguchi.Files.Open;
using Madoguchi.Files.Store;
using Madoguchi.Files.Sweep;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Files;

/// <summary>Wires the module.</summary>
public sealed class FilesModule : Module
{
    public override string Name => "files";

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<FilesDb>();
        services.AddSingleton<FileRoom>();
        services.AddScoped<CityFiles>().AddScoped<IFiles>(s => s.GetRequiredService<CityFiles>());
        services.AddScoped<UploadFile>().AddScoped<OpenFile>();
        services.AddSingleton<SweepFiles>().AddHostedService<Sweeper>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root) => FilesApi.Map(api, root);
}
