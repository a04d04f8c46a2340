using Applications.Tests.Ways;
using Madoguchi.Applications.Figures;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Applications.Tests.Figures;

/// <summary>実際にかかった日数 and よく使われている手続, as residents see them.</summary>
public sealed class ProcedureFiguresTests
{
    private const string Slug = "juminhyo-utsushi";

    [Theory, ClassData(typeof(Databases))]
    public async Task The_page_says_how_long_it_really_took_once_five_have_ended_and_home_what_is_used_most(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        for (var days = 0; days < 4; days++) await EndedAsync(city, days * 2);
        Assert.DoesNotContain("実際にかかった日数", await PageAsync(city, $"/procedures/{Slug}"));

        await EndedAsync(city, 30);
        Assert.Contains("最近1年の5件のうち、半数は4日以内に終わりました。", await PageAsync(city, $"/procedures/{Slug}"));
        var home = await PageAsync(city, "/");
        Assert.Contains("よく使われている手続", home);
        Assert.Contains("住民票の写しの交付請求", home[home.IndexOf("よく使われている手続", StringComparison.Ordinal)..]);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task What_arrived_more_than_a_year_ago_counts_no_more(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var later = new ProcedureFigures(city.Get<IServiceScopeFactory>(), new ClockAt(DateTimeOffset.UtcNow.AddDays(400)), Microsoft.Extensions.Logging.Abstractions.NullLogger<ProcedureFigures>.Instance);
        await EndedAsync(city, 0);
        await later.CountAsync(default);
        Assert.Null(later.Of(Slug));
        Assert.Empty(later.MostUsed);
    }

    private static async Task EndedAsync(DemoCity city, int days)
    {
        var matter = await Matter.Submitted(city, Slug);
        await matter.Does("citizen-clerk", "accept");
        await matter.Does("citizen-clerk", "complete", new { result = new { dispatchedOn = "2026-11-20", trackingNumber = "000-00-00000-0", paidOn = "2026-11-19" } });
        await city.Get<IServiceScopeFactory>().RunAsync(services => services.GetRequiredService<Database>()
            .ScalarAsync("update applications_applications set arrived_at = @at where intake_number = @number", default, ("@at", DateTime.UtcNow.AddDays(-days)), ("@number", matter.Number)));
        await city.Get<ProcedureFigures>().CountAsync(default);
    }

    private static async Task<string> PageAsync(DemoCity city, string path)
    {
        using var visitor = city.Visitor();
        await visitor.GoAsync(path);
        return visitor.Words;
    }
}
