using Madoguchi.Insights;
using Madoguchi.Insights.Counting;
using Madoguchi.Insights.Data;
using Madoguchi.Insights.Domain;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Time;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insights.Tests.Rate;

/// <summary>After sending: one tap, some words, and nobody finds out whose.</summary>
public sealed class RatingTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task One_tap_after_sending_thanks_and_takes_words_and_a_second_answer_replaces_the_first(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var hanako = await Survey.SentAsync(city, "hanako");
        var receipt = hanako.Path;
        await hanako.PressAsync("よくなかった");
        Assert.Equal("ありがとうございました", hanako.Heading);
        await hanako.Fill("Words", new string('長', 401)).PressAsync("ひとことを送る");
        Assert.Equal(400, hanako.Status);
        Assert.Contains("400文字以内", hanako.Words);
        Assert.Equal(401, hanako.ValueOf("Words")!.Trim().Length);
        await hanako.Fill("Words", "設問が\n多い").PressAsync("ひとことを送る");
        Assert.Contains("ひとことを受け取りました", hanako.Words);

        await hanako.GoAsync(receipt);
        await hanako.PressAsync("とてもよかった");
        Assert.Contains("お答え：とてもよかった", hanako.Words);
        var rating = Assert.Single(await RatingsAsync(city));
        Assert.Equal((5, "設問が\n多い", "web", Survey.Slug), (rating.Score, rating.Words, rating.Channel, rating.Procedure));

        using var koho = await Survey.OfficerAsync(city, "koho-clerk", $"/staff/insights/{Survey.Slug}");
        Assert.Contains("設問が", koho.Words);
        Assert.Contains("回答が5件未満", koho.Words);
    }

    [Fact]
    public async Task Nobody_answers_for_another_nor_without_having_sent()
    {
        var city = await cities.On("sqlite");
        using var kana = await Survey.SentAsync(city, "kana");
        var path = kana.Path.Split('?')[0] + "/rating";
        await kana.GoAsync(path);
        Assert.Equal("手続のしやすさはいかがでしたか", kana.Heading);

        using var taro = city.Visitor();
        await taro.SignInAsync("taro");
        await taro.GoAsync(path);
        Assert.Equal(404, taro.Status);
        using var nobody = city.Visitor();
        await nobody.GoAsync(path);
        Assert.Contains("/sign-in", nobody.Path);

        kana.Page.QuerySelector("button[name=score]")!.SetAttribute("value", "6");
        await kana.PressAsync("とてもよかった");
        Assert.Equal(400, kana.Status);
        Assert.DoesNotContain(await RatingsAsync(city), r => r.Score == 6);
    }

    [Theory]
    [InlineData("/en", "Very good", "Thank you")]
    [InlineData("/ja-easy", "とてもよかった", "ありがとうございました")]
    public async Task The_question_is_asked_in_the_language_of_the_page(string prefix, string words, string thanks)
    {
        var city = await cities.On("sqlite");
        using var proxy = await Survey.SentAsync(city, "proxy");
        await proxy.GoAsync(prefix + proxy.Path);
        await proxy.PressAsync(words);
        Assert.StartsWith(prefix + "/my/applications/", proxy.Path);
        Assert.Equal(thanks, proxy.Heading);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task From_five_answers_on_the_mean_is_shown_and_words_are_listed_page_by_page(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        for (var i = 0; i < 4; i++) await KeepAsync(city, $"k{i}", 5, today, $"ひとこと{i}");
        using var few = await Survey.OfficerAsync(city, "dx", "/staff/insights");
        Assert.Contains("回答が5件未満", few.Words);
        for (var i = 4; i < 52; i++) await KeepAsync(city, $"k{i}", i == 4 ? 1 : 5, today.AddDays(-i), $"ひとこと{i}");
        using var dx = await Survey.OfficerAsync(city, "dx", "/staff/insights");
        Assert.Contains("4.9（52件）", dx.Words);
        await dx.GoAsync($"/staff/insights/{Survey.Slug}");
        Assert.Equal(50, dx.Page.QuerySelectorAll("section:has(#words) tbody tr").Length);
        await dx.PressAsync("次");
        Assert.Equal(["ひとこと50", "ひとこと51"], dx.Page.QuerySelectorAll("section:has(#words) tbody td").Select(d => d.TextContent));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Words_vanish_after_a_year_and_the_score_stays(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var day = TimeProvider.System.Today();
        await KeepAsync(city, "old", 4, day, "むかし");
        await KeepAsync(city, "new", 3, day.AddDays(1), "いま");
        using var sweep = new WordsSweep(city.Get<CityStore>(), new ClockAt(day.AddDays(366).ToDateTime(new TimeOnly(3, 0), DateTimeKind.Utc)), NullLogger<WordsSweep>.Instance);
        await sweep.SweepAsync(default);
        Assert.Equal([(3, "いま"), (4, null)], (await RatingsAsync(city)).Select(r => (r.Score, r.Words)).OrderBy(r => r.Score));
    }

    private static async Task KeepAsync(DemoCity city, string key, int score, DateOnly day, string words)
    {
        var scopes = city.Get<IServiceScopeFactory>();
        var rating = new Rating { Id = Guid.NewGuid(), MatterKey = key, Procedure = Survey.Slug, Edition = 1, Day = day, Channel = "web", Score = score };
        await scopes.RunAsync(services => RatingRows.KeepAsync(services.GetRequiredService<Database>(), rating, default));
        await scopes.RunAsync(async services => (await services.GetRequiredService<InsightsDb>().Ratings.FirstAsync(r => r.MatterKey == key)).Say(words));
    }

    private static async Task<List<Rating>> RatingsAsync(DemoCity city)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<InsightsDb>().Ratings.AsNoTracking().ToListAsync();
    }
}
