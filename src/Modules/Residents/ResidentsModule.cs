using Madoguchi.Messaging.Contracts;
using Madoguchi.Residents.Accounts;
using Madoguchi.Residents.Api;
using Madoguchi.Residents.Contracts;
using Madoguchi.Residents.Looked;
using Madoguchi.Residents.Me;
using Madoguchi.Residents.Seed;
using Madoguchi.Residents.TakeHome;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Residents;

/// <summary>住民・法人のアカウント: who applies, and how to reach them.</summary>
public sealed class ResidentsModule : Module
{
    public override string Name => "residents";

    public override void AddServices(IServiceCollection services, CityOptions options)
    {
        services.AddModuleDb<ResidentsDb>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<IResidents>(s => s.GetRequiredService<AccountBook>());
        services.AddSingleton<IActorSource>(s => s.GetRequiredService<AccountBook>());
        services.AddSingleton<IAddressBook, AddressBook>();
        services.AddSingleton<IStartup, SeedResidents>();
        services.AddScoped<ShowMe>().AddScoped<ChooseNotices>().AddScoped<ChangeContact>().AddScoped<CloseAccount>().AddScoped<ReadLooks>().AddScoped<TakeOut>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root) => ResidentsApi.Map(api);
}
