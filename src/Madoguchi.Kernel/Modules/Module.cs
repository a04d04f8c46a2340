using Madoguchi.Kernel.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Modules;

/// <summary>One room of the house. Its Module class is the only place that wires.</summary>
public abstract class Module
{
    /// <summary>Lower-case name: table prefix, permission prefix.</summary>
    public abstract string Name { get; }

    /// <summary>Permissions the module declares, such as <c>applications.decide</c>.</summary>
    public virtual IReadOnlyList<string> Permissions => [];

    public virtual void AddServices(IServiceCollection services, CityOptions options)
    {
    }

    /// <summary>Endpoints: <paramref name="api"/> is the group <c>/api/v1</c>, <paramref name="root"/> the site.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder api, IEndpointRouteBuilder root)
    {
    }
}

/// <summary>Work done once at start, after migration and before serving, in the order of registration: seeds, publications.</summary>
public interface IStartup
{
    Task StartAsync(CancellationToken stop);
}
