using Madoguchi.Kernel.Data;

namespace Kernel.Tests.Data;

public sealed class SequencesTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task No_number_is_drawn_twice_over_two_nodes(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        Sequences[] nodes = [new(city.Store), new(city.Store)];
        var drawn = await Task.WhenAll(Enumerable.Range(0, 5000).Select(i => nodes[i % 2].NextAsync("intake").AsTask()));

        Assert.Equal(5000, drawn.Distinct().Count());
        Assert.Equal(1, drawn.Min());
        Assert.Equal(1, await nodes[0].NextAsync("another"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_restart_never_goes_back(string database)
    {
        await using var city = await KernelCity.OpenAsync(database);
        var before = await new Sequences(city.Store).NextAsync("intake");
        Assert.True(await new Sequences(city.Store).NextAsync("intake") > before);
    }
}
