using Applications.Tests.Ways;
using Madoguchi.Applications.Apply;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Applications.Tests.Apply;

/// <summary>What nobody hands in is not kept for ever.</summary>
public sealed class SavedFormSweepTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_form_nobody_touches_for_180_days_vanishes(string database)
    {
        var city = await cities.On(database);
        var begun = await city.Post("hanako", "/api/v1/procedures/juminhyo-utsushi/saved-forms", new { });
        var path = $"/api/v1/saved-forms/{begun.Body.GetProperty("id").GetString()}";
        await SweepAsync(city, 179);
        Assert.Equal(200, (await city.Get("hanako", path)).Status);
        await SweepAsync(city, 181);
        Assert.Equal(404, (await city.Get("hanako", path)).Status);
    }

    private static async Task SweepAsync(DemoCity city, int days)
    {
        using var sweep = new SavedFormSweep(city.Get<CityStore>(), new ClockAt(DateTimeOffset.UtcNow.AddDays(days)), NullLogger<SavedFormSweep>.Instance);
        await sweep.SweepAsync(CancellationToken.None);
    }
}
