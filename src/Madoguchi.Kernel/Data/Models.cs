using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Data;

/// <summary>
/// EF's models of all modules, built once. Never inside a transaction: building takes a second, and whoever holds
/// SQLite's only writer that long keeps everybody else waiting. A start that changes nothing needs no model.
/// </summary>
public sealed class Models
{
    private readonly Lazy<Task> built;

    public Models(IServiceScopeFactory scopes, IEnumerable<ModuleDbType> types) => built = new(() => Task.Run(() => BuildAsync(scopes, types)));

    /// <summary>Done when every model is there; the first who asks begins the building.</summary>
    public Task ReadyAsync() => built.Value;

    private static async Task BuildAsync(IServiceScopeFactory scopes, IEnumerable<ModuleDbType> types)
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var type in types) _ = ((DbContext)scope.ServiceProvider.GetRequiredService(type.Type)).Model;
    }
}
