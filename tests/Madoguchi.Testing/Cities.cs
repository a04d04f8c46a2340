using System.Collections.Concurrent;
using Xunit;

namespace Madoguchi.Testing;

/// <summary>One demo city per database, opened when the first test asks and shared by a test class.</summary>
public sealed class Cities : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<DemoCity>>> open = new();

    public Task<DemoCity> On(string database) => open.GetOrAdd(database, d => new Lazy<Task<DemoCity>>(() => DemoCity.OpenOnAsync(d))).Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var city in open.Values) await (await city.Value).DisposeAsync();
    }
}
