using System.Text.Json.Nodes;
using Madoguchi.Kernel.Time;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;

namespace Applications.Tests.Ways;

/// <summary>子育て講座: twenty places, first come, a waiting list of five, one place a household.</summary>
public sealed class WayOfABooking(Cities cities) : IClassFixture<Cities>
{
    private const string Slug = "kosodate-koza";

    [Theory, ClassData(typeof(Databases))]
    public async Task Twenty_are_confirmed_five_wait_the_next_is_refused_and_a_free_place_is_offered_in_turn(string database)
    {
        var city = await cities.On(database);
        var booked = new List<Matter>();
        for (var i = 0; i < 25; i++) booked.Add(await city.Telephoned(Slug, i));
        await city.TelephonedInVain(Slug, 25, "booking-full");

        var first = booked[0];
        await first.Does("clerk", "accept");
        Assert.Equal("arrived", await booked[20].StatusFor("clerk"));
        await first.Does("clerk", "complete", new { note = "欠席の連絡" });
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task One_account_holds_one_place_and_gets_a_new_one_after_cancelling(string database)
    {
        var city = await cities.On(database);
        var mine = await Matter.Submitted(city, Slug, "kana", a => Later(city, a));
        var (status, again) = await Matter.TrySubmit(city, Slug, "kana", a => Later(city, a));
        Assert.Equal((409, "booking-once"), (status, again.GetProperty("code").GetString()));
        Assert.Equal(["bookingConfirmed"], await mine.LettersTo("kana"));

        await mine.Does("kana", "withdraw", new { });
        await Matter.Submitted(city, Slug, "kana", a => Later(city, a));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Another_reading_or_address_does_not_make_another_household_of_an_account(string database)
    {
        var city = await cities.On(database);
        var asked = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => Matter.TrySubmit(city, Slug, "builder", a =>
        {
            a["session"] = Sessions(city, DateTime.UtcNow).Where(s => s.IsOpen(DateTime.UtcNow)).Skip(1).ElementAt(i % 2).Code;
            a["applicant"]!["familyKana"] = $"アオバ{new string('ア', i)}";
        })));
        Assert.Single(asked, a => a.Status == 201);
        Assert.All(asked.Where(a => a.Status != 201), a => Assert.Equal("booking-once", a.Body.GetProperty("code").GetString()));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_place_is_changed_by_cancelling_never_by_correcting_the_answer(string database)
    {
        var city = await cities.On(database);
        var mine = await Matter.Submitted(city, Slug, "proxy", a => Later(city, a));
        var (held, other) = ((await mine.SeenBy("proxy")).GetProperty("answers").GetProperty("session").GetString(), Sessions(city, DateTime.UtcNow)[0].Code);
        foreach (var (who, verb) in new[] { ("proxy", "correct"), ("clerk", "amend") })
        {
            var (status, body) = await mine.Tries(who, verb, new { answers = new { session = other }, reason = "希望による" });
            Assert.True(status == 422 && body.GetProperty("errors").TryGetProperty("session", out _), $"{who}: {status} {body}");
        }

        await mine.Does("proxy", "correct", new { answers = new { newsletter = false } });
        Assert.Equal(held, (await mine.SeenBy("proxy")).GetProperty("answers").GetProperty("session").GetString());
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_household_that_asks_ten_times_at_once_gets_one_place_and_nine_sentences(string database)
    {
        var city = await cities.On(database);
        var asked = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Matter.TrySubmit(city, Slug, "taro", a => Later(city, a))));
        Assert.Single(asked, a => a.Status == 201);
        Assert.All(asked.Where(a => a.Status != 201), a => Assert.True(a.Status == 409, $"{a}"));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Two_procedures_with_sessions_of_one_code_count_their_own_places(string database)
    {
        var city = await cities.On(database);
        var moveIn = city.Get<IProcedures>().Find("tennyu-yoyaku")!;
        var session = (string)moveIn.Form.Example(JapaneseDate.Of(DateTime.UtcNow))["session"]!;
        for (var i = 0; i < 2; i++) await city.Telephoned("tenkyo-yoyaku", i, "citizen-clerk", session);
        await city.TelephonedInVain("tenkyo-yoyaku", 2, "booking-full", "citizen-clerk", session);

        for (var i = 0; i < 3; i++) await city.Telephoned(moveIn.Slug, i, "citizen-clerk", session);
        await city.TelephonedInVain(moveIn.Slug, 3, "booking-full", "citizen-clerk", session);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_session_is_booked_from_the_hour_of_its_opening_until_the_hour_of_its_closing(string database)
    {
        var city = await cities.On(database);
        var closing = Past(city, s => s.ClosesAt);
        await city.Telephoned(Slug, 50, session: closing.Code, at: closing.ClosesAt.AddMinutes(-1));
        await city.TelephonedInVain(Slug, 51, "booking-closed", session: closing.Code, at: closing.ClosesAt);

        var opening = Past(city, s => s.OpensAt);
        await city.TelephonedInVain(Slug, 52, "booking-closed", session: opening.Code, at: opening.OpensAt.AddMinutes(-1));
        await city.Telephoned(Slug, 53, session: opening.Code, at: opening.OpensAt);
    }

    // The definition's nearest session stays full for the other story.
    private static void Later(DemoCity city, JsonObject answers) => answers["session"] = Sessions(city, DateTime.UtcNow).SkipWhile(s => s.Code != (string?)answers["session"]).ElementAt(1).Code;

    // The latest one that opened or closed on a day gone by.
    private static Session Past(DemoCity city, Func<Session, DateTime> moment) => Enumerable.Range(1, 60).Select(days => DateTime.UtcNow.AddDays(-days))
        .SelectMany(day => Sessions(city, day).Where(s => JapaneseDate.Of(moment(s)) == JapaneseDate.Of(day))).First();

    private static IReadOnlyList<Session> Sessions(DemoCity city, DateTime at) => city.Get<IProcedures>().Find(Slug)!.Sessions(JapaneseDate.Of(at));
}
