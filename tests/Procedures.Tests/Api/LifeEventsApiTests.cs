using System.Text.Json;
using Madoguchi.Testing;
using Procedures.Tests.LifeEvents;

namespace Procedures.Tests.Api;

public sealed class LifeEventsApiTests(DemoCity city) : IClassFixture<DemoCity>
{
    private const string Moving = """{"answers":{"direction":"in","movedOn":"2026-11-10","card":true,"who":["kokuho","child"],"civil":false,"things":["dog"]}}""";

    [Fact]
    public async Task Anyone_sees_the_life_events_and_their_questions()
    {
        var (status, list) = await city.Get(null, "/api/v1/life-events");
        Assert.Equal(200, status);
        Assert.Equal(LifeFiles.Slugs, list.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("slug").GetString()));
        foreach (var slug in LifeFiles.Slugs)
        {
            var (_, life) = await city.Get(null, $"/api/v1/life-events/{slug}");
            Assert.Equal(LifeFiles.Event(slug).Questions.Select(q => q.Id), life.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("id").GetString()));
            Assert.Equal(4, life.GetProperty("phases").GetArrayLength());
            Assert.True(life.GetProperty("schema").GetProperty("properties").EnumerateObject().Any());
        }
    }

    [Theory]
    [InlineData("ja", "令和8年11月24日", "引っ越した日から14日以内", "14日以内")]
    [InlineData("en", "24 November 2026", "Within 14 days of the move", "Within 14 days")]
    public async Task A_plan_says_what_to_do_where_and_by_when_in_the_language_asked_for(string language, string words, string text, string label)
    {
        var plan = await PlanAsync("hikkoshi", Moving, language);
        Assert.Equal(200, plan.Status);
        var enter = Step(plan.Json, "enter");
        Assert.Equal(("2026-11-24", words, text), (Read(enter, "deadline", "date"), Read(enter, "deadline", "words"), Read(enter, "deadline", "text")));
        Assert.Equal(("within14Days", label, "住民基本台帳法22条"), (Read(enter, "phase", "code"), Read(enter, "phase", "label"), Read(enter, "deadline", "law")));
        Assert.False(string.IsNullOrEmpty(Read(enter, "where", "name")));
        Assert.Equal(JsonValueKind.Null, enter.GetProperty("procedure").ValueKind);

        var insurance = Step(plan.Json, "kokuhoIn");
        Assert.Equal("kokuho-kanyu", Read(insurance, "procedure", "slug"));
        Assert.Equal(("moveIn", "2026-11-10"), (Read(insurance, "carried", "reason"), Read(insurance, "carried", "eventDate")));
        Assert.False(string.IsNullOrEmpty(insurance.GetProperty("fee").GetString()));
    }

    [Fact]
    public async Task Faulty_answers_give_422_with_a_sentence_beside_each_question()
    {
        var (status, problem) = await PlanAsync("hikkoshi", """{"answers":{"direction":"up","who":["kokuho"],"cat":1}}""", "en");
        Assert.Equal((422, "invalid"), (status, problem.GetProperty("code").GetString()));
        var errors = problem.GetProperty("errors");
        Assert.All((string[])["direction", "movedOn", "card", "cat"], key => Assert.NotEmpty(errors.GetProperty(key)[0].GetString()!));
        Assert.False(errors.TryGetProperty("who", out _));
    }

    [Fact]
    public async Task An_unknown_life_event_is_not_there()
    {
        Assert.Equal(404, (await city.Get(null, "/api/v1/life-events/nowhere")).Status);
        Assert.Equal(404, (await PlanAsync("nowhere", Moving, "ja")).Status);
    }

    private async Task<(int Status, JsonElement Json)> PlanAsync(string slug, string body, string language)
    {
        using var caller = city.Caller();
        caller.DefaultRequestHeaders.Add("Accept-Language", language);
        var answer = await caller.PostAsync($"/api/v1/life-events/{slug}/plan", new StringContent(body, null, "application/json"));
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private static JsonElement Step(JsonElement plan, string id) => plan.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetString() == id);

    private static string? Read(JsonElement item, string part, string key) => item.GetProperty(part).GetProperty(key).GetString();
}
