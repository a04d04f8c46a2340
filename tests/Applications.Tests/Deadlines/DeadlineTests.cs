using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Applications.Deadlines;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Applications.Tests.Deadlines;

/// <summary>What happens when a day has passed, on a clock that stands where the test wants it.</summary>
public sealed class DeadlineTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task An_overdue_correction_is_told_once(string database)
    {
        var city = await cities.On(database);
        var matter = await city.UnderReview();
        var last = await AskedAsync(matter);
        await LookAt(city, last);
        Assert.DoesNotContain("correctionOverdue", await matter.LettersTo("hanako"));
        await LookAt(city, last.AddDays(1));
        await LookAt(city, last.AddDays(2));
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

    [Theory, ClassData(typeof(Databases))]
    public async Task A_matter_that_cannot_be_looked_after_keeps_no_other_back(string database)
    {
        var city = await cities.On(database);
        var (broken, whole) = (await city.UnderReview("taro"), await city.UnderReview("taro"));
        var last = await AskedAsync(broken);
        await AskedAsync(whole);
        await EditionAsync(city, broken, "999");
        await LookAt(city, last.AddDays(1));
        Assert.Single(await whole.HistoryFor("taro"), kind => kind == "correctionOverdue");
        await EditionAsync(city, broken, "1");
        Assert.DoesNotContain("correctionOverdue", await broken.HistoryFor("taro"));
    }

    private static Task EditionAsync(DemoCity city, Matter matter, string edition) => city.Get<IServiceScopeFactory>().RunAsync(services => services.GetRequiredService<Database>()
        .ScalarAsync($"update applications_applications set procedure_edition = {edition} where intake_number = @number", default, ("@number", matter.Number)));

    // Noon of the last day.
    private static async Task<DateTimeOffset> AskedAsync(Matter matter)
    {
        var asked = await matter.Does("clerk", "request-correction", new { reason = "支店名が読み取れません。", questions = new[] { "account" }, dueOn = DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd", null) });
        return DateTimeOffset.Parse(asked.GetProperty("correction").GetProperty("dueOn").GetString() + "T12:00:00+09:00", null);
    }

    private static Task LookAt(DemoCity city, DateTimeOffset now) =>
        new DeadlineWatch(city.Get<IServiceScopeFactory>(), new ClockAt(now), NullLogger<DeadlineWatch>.Instance).LookAsync(CancellationToken.None);
}
