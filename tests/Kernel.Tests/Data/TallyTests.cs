using Madoguchi.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kernel.Tests.Data;

/// <summary>Counts wait in memory until they are written, and wait no longer than there is room.</summary>
public sealed class TallyTests
{
    [Fact]
    public async Task What_is_counted_is_written_once_as_a_sum()
    {
        await using var city = await KernelCity.OpenAsync("sqlite");
        using var tally = new Words(city.Scopes);
        foreach (var word in new[] { "a", "b", "a" }) tally.Add(word);
        Assert.Empty(tally.Written);
        await tally.FlushAsync();
        await tally.FlushAsync();
        Assert.Equal([("a", 2L), ("b", 1L)], tally.Written.Order());
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_the_next_time_with_what_came_since()
    {
        await using var city = await KernelCity.OpenAsync("sqlite");
        using var tally = new Words(city.Scopes) { Fault = new BusyException() };
        tally.Add("a");
        await Assert.ThrowsAsync<BusyException>(() => tally.FlushAsync());
        tally.Fault = null;
        tally.Add("a");
        await tally.FlushAsync();
        Assert.Equal([("a", 2L)], tally.Written);
    }

    [Fact]
    public async Task Beyond_the_room_only_what_is_counted_already_goes_on()
    {
        await using var city = await KernelCity.OpenAsync("sqlite");
        using var tally = new Words(city.Scopes);
        foreach (var word in new[] { "a", "b", "c", "d", "a" }) tally.Add(word);
        await tally.FlushAsync();
        Assert.Equal([("a", 2L), ("b", 1L), ("c", 1L)], tally.Written.Order());
    }

    [Fact]
    public async Task At_stop_the_last_counts_are_written()
    {
        await using var city = await KernelCity.OpenAsync("sqlite");
        using var tally = new Words(city.Scopes);
        await tally.StartAsync(default);
        tally.Add("a");
        await tally.StopAsync(default);
        Assert.Equal([("a", 1L)], tally.Written);
    }

    private sealed class Words(IServiceScopeFactory scopes) : Tally<string>(scopes, TimeProvider.System, NullLogger.Instance, most: 3)
    {
        public List<(string, long)> Written { get; } = [];

        public Exception? Fault { get; set; }

        protected override Task WriteAsync(IServiceProvider services, IReadOnlyDictionary<string, long> sums, CancellationToken stop)
        {
            if (Fault is not null) throw Fault;
            Written.AddRange(sums.Select(s => (s.Key, s.Value)));
            return Task.CompletedTask;
        }
    }
}
