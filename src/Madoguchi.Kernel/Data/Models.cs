using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Data;

/// <summary>
/// EF's models of all modules, built once. Never inside a transaction: building takes a second, and whoever holds
/// SQLite's only writer that long keeps everybody else waiting. A start that changes nothing needs no model.
/// </summary>
public sealed class Models
{
    private readonly Lazy<Task<FrozenDictionary<Type, IEntityType>>> built;

    public Models(IServiceScopeFactory scopes, IEnumerable<ModuleDbType> types) => built = new(() => Task.Run(() => BuildAsync(scopes, types)));

    /// <summary>Done when every model is there; the first who asks begins the building.</summary>
    /// <returns>The mapping of each kind of row; a kind of row belongs to one module.</returns>
    public Task<FrozenDictionary<Type, IEntityType>> ReadyAsync() => built.Value;

    private static async Task<FrozenDictionary<Type, IEntityType>> BuildAsync(IServiceScopeFactory scopes, IEnumerable<ModuleDbType> types)
    {
        await using var scope = scopes.CreateAsyncScope();
        return types.SelectMany(t => ((DbContext)scope.ServiceProvider.GetRequiredService(t.Type)).Model.GetEntityTypes()).ToFrozenDictionary(t => t.ClrType);
    }
}
