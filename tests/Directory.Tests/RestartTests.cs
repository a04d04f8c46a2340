using Madoguchi.Directory.Contracts;
using Madoguchi.Testing;

namespace Directory.Tests;

public sealed class RestartTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        var before = city.Get<IDirectory>();
        await city.RestartAsync();
        var after = city.Get<IDirectory>();

        Assert.NotSame(before, after);
        Assert.Equal(before.StaffOf(null), after.StaffOf(null));
        Assert.Equal(before.GrantsOf("clerk", new(2026, 11, 22)).Count, after.GrantsOf("clerk", new(2026, 11, 22)).Count);
    }
}
