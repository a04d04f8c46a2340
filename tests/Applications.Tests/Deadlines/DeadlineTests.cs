using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Applications.Deadlines;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Applications.Tests.Deadlines;

/// <summary>What happens when a day has passed, on a clock that stands where the test wants it.</summary>
public sealed class DeadlineTests(Cities cities) : IClassFixture<Cities>
{
    private sealed class ClockAt(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task An_overdue_correction_is_told_once(string database)
    {
        var city = await cities.On(database);
        var matter = await city.UnderReview();
        await matter.Does("clerk", "request-correction", new { reason = "支店名が読み取れません。", questions = new[] { "account" }, dueOn = DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd", null) });
        await LookAt(city, DateTimeOffset.UtcNow.AddDays(2));
        Assert.DoesNotContain("correctionOverdue", await matter.LettersTo("hanako"));
        await LookAt(city, DateTimeOffset.UtcNow.AddDays(5));
        await LookAt(city, DateTimeOffset.UtcNow.AddDays(6));
        Assert.Single(await matter.LettersTo("hanako"), kind => kind == "correctionOverdue");
        Assert.Single(await matter.HistoryFor("hanako"), kind => kind == "correctionOverdue");
        await matter.Does("hanako", "correct", new { answers = new { account = new { bankCode = "9998", branchCode = "001", type = "ordinary", number = "1234567", holderKana = "アオバ ハナコ" } } });
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task An_offered_place_nobody_takes_goes_to_the_next(string database)
    {
        var city = await cities.On(database);
        var booked = new List<Matter>();
        for (var i = 0; i < 22; i++) booked.Add(await city.Telephoned("kosodate-koza", i));
        await booked[0].Does("clerk", "close", new { reasonCode = "duplicate", reason = "電話で取消し" });
        Assert.Equal("arrived", await booked[20].StatusFor("clerk"));
        await LookAt(city, DateTimeOffset.UtcNow.AddHours(23));
        await LookAt(city, DateTimeOffset.UtcNow.AddHours(25));
        Assert.Equal("closed", await booked[20].StatusFor("clerk"));
        Assert.Equal("arrived", await booked[21].StatusFor("clerk"));
    }

    private static Task LookAt(DemoCity city, DateTimeOffset now) =>
        new DeadlineWatch(city.Get<IServiceScopeFactory>(), new ClockAt(now), NullLogger<DeadlineWatch>.Instance).LookAsync(CancellationToken.None);
}
