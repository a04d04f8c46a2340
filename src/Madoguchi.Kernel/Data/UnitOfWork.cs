using Madoguchi.Kernel.People;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Data;

/// <summary>A unit of work outside a request: a scope, one transaction, one commit. Acts as the system.</summary>
public static class UnitOfWork
{
    public static Task RunAsync(this IServiceScopeFactory scopes, Func<IServiceProvider, Task> work, CancellationToken stop = default) =>
        scopes.RunAsync(async services =>
        {
            await work(services);
            return true;
        }, stop);

    /// <summary>Runs <paramref name="work"/>; commits when it returns, rolls back when it throws.</summary>
    public static async Task<T> RunAsync<T>(this IServiceScopeFactory scopes, Func<IServiceProvider, Task<T>> work, CancellationToken stop = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<Actor>().Become(ActorFacts.System);
        var database = services.GetRequiredService<Database>();
        await database.BeginAsync(stop);
        try
        {
            var outcome = await work(services);
            await database.CommitAsync(stop);
            return outcome;
        }
        catch
        {
            await database.RollbackAsync();
            throw;
        }
    }
}
