using System.Text.Json;
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
        var booked = new List<string>();
        for (var i = 0; i < 25; i++) booked.Add(await ByTelephone(city, i, 201));
        await ByTelephone(city, 25, 409);

        var first = new Matter(city, booked[0]);
        await first.Does("clerk", "accept");
        var (_, waiting) = await city.Get("clerk", $"/api/v1/applications/{booked[20]}");
        Assert.Equal("arrived", waiting.GetProperty("status").GetString());
        await first.Does("clerk", "complete", new { note = "欠席の連絡" });
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task One_account_holds_one_place_and_gets_a_new_one_after_cancelling(string database)
    {
        var city = await cities.On(database);
        var mine = await Matter.Submitted(city, Slug, "kana", a => Session(a, 1));
        var (status, again) = await Matter.TrySubmit(city, Slug, "kana", a => Session(a, 1));
        Assert.Equal((409, "booking-once"), (status, again.GetProperty("code").GetString()));
        Assert.Equal(["bookingConfirmed"], await mine.LettersTo("kana"));

        await mine.Does("kana", "withdraw", new { });
        await Matter.Submitted(city, Slug, "kana", a => Session(a, 1));

        // The definition's nearest session stays full for the other story.
        void Session(System.Text.Json.Nodes.JsonObject answers, int which) => answers["session"] = SessionCode(city, which).Result;
    }

    private static async Task<string> SessionCode(DemoCity city, int which)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{Slug}");
        var options = procedure.GetProperty("form").GetProperty("pages").EnumerateArray().SelectMany(p => p.GetProperty("questions").EnumerateArray())
            .First(q => q.GetProperty("id").GetString() == "session").GetProperty("options");
        return options[which].GetProperty("code").GetString()!;
    }

    private static async Task<string> ByTelephone(DemoCity city, int household, int expected)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{Slug}");
        var answers = System.Text.Json.Nodes.JsonNode.Parse(procedure.GetProperty("example").GetRawText())!.AsObject();
        foreach (var (key, value) in answers.ToList())
            if (value is System.Text.Json.Nodes.JsonObject name && name.ContainsKey("familyKana")) name["familyKana"] = $"テスト{new string('ア', household + 1)}";
        var (status, body) = await city.Post("clerk", $"/api/v1/procedures/{Slug}/applications", new
        {
            answers, channel = "phone", receivedAt = DateTimeOffset.UtcNow.AddMinutes(-5), onBehalfOf = new { name = $"世帯{household}", kana = $"セタイ{household}" },
        });
        Assert.True(status == expected, $"{household}: {status} {body}");
        return status == 201 ? body.GetProperty("intakeNumber").GetString()! : body.GetProperty("code").GetString()!;
    }
}
