using Madoguchi.DesignSystem;
using Madoguchi.Directory.Accessibility;
using Madoguchi.Directory.Api;
using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain;
using Madoguchi.Directory.Seed;
using Madoguchi.Directory.SetTheme;
using Madoguchi.Directory.StaffList;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Directory;

/// <summary>課・職位・職員・権限・代決: who works where and may do what.</summary>
public sealed class DirectoryModule : Module
{
    public override string Name => "directory";

    public override IReadOnlyList<string> Permissions => [DirectoryPermissions.View, DirectoryPermissions.Theme];

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<DirectoryDb>();
        services.AddSingleton<DirectoryBook>().AddSingleton<IDirectory>(s => s.GetRequiredService<DirectoryBook>());
        services.AddSingleton<IActorSource, StaffSource>();
        services.AddSingleton<IStartup, OpenDirectory>();
        services.AddSingleton<EvacuationSites>().AddSingleton<IEvacuationSites>(s => s.GetRequiredService<EvacuationSites>()).AddSingleton<IStartup>(s => s.GetRequiredService<EvacuationSites>());
        services.AddScoped<ListStaff>();
        services.AddSingleton<ThemeBoard>().AddHostedService(s => s.GetRequiredService<ThemeBoard>()).AddSingleton<ICityTheme>(s => s.GetRequiredService<ThemeBoard>()).AddSingleton<IStyleSheets>(s => s.GetRequiredService<ThemeBoard>());
        services.AddSingleton<JudgeTheme>().AddSingleton<IStartup, ThemeFiles>();
        services.AddSingleton<AccessibilityFile>().AddSingleton<IStartup>(s => s.GetRequiredService<AccessibilityFile>());
        services.AddScoped<ThemeDrafts>().AddScoped<ReadThemes>().AddScoped<DraftTheme>().AddScoped<PublishTheme>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root)
    {
        DirectoryApi.Map(api);
        ThemeAddresses.Map(root);
    }
}
