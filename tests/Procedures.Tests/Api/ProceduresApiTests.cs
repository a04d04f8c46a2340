using System.Text.Json;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;

namespace Procedures.Tests.Api;

public sealed class ProceduresApiTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task The_example_of_every_procedure_is_valid_for_anyone()
    {
        var (_, list) = await city.Get(null, "/api/v1/procedures");
        Assert.All(LibraryFiles.Slugs, slug => Assert.Contains(list.GetProperty("items").EnumerateArray(), p => p.GetProperty("slug").GetString() == slug));
        foreach (var slug in LibraryFiles.Slugs)
        {
            var (status, procedure) = await city.Get(null, $"/api/v1/procedures/{slug}");
            Assert.Equal(200, status);
            var (_, judged) = await city.Post(null, $"/api/v1/procedures/{slug}/validate", new { answers = procedure.GetProperty("example") });
            Assert.True(judged.GetProperty("valid").GetBoolean(), judged.ToString());
        }
    }

    [Theory]
    [InlineData("児童手当", "jido-teate-nintei")]
    [InlineData("こども手当 もらいたい", "jido-teate-nintei")]
    [InlineData("赤ちゃんの教室", "kosodate-koza")]
    [InlineData("child allowance", "jido-teate-nintei")]
    [InlineData("ｼﾞﾄﾞｳﾃｱﾃ", "jido-teate-nintei")]
    public async Task Residents_find_a_procedure_by_their_own_words(string words, string slug)
    {
        var (_, found) = await city.Get(null, $"/api/v1/procedures?q={Uri.EscapeDataString(words)}");
        Assert.Equal(slug, found.GetProperty("items")[0].GetProperty("slug").GetString());
    }

    [Fact]
    public async Task Errors_stand_under_their_question_in_the_language_asked_for()
    {
        using var caller = city.Caller();
        caller.DefaultRequestHeaders.Add("Accept-Language", "en");
        var answer = await caller.PostAsync("/api/v1/procedures/kosodate-koza/validate", new StringContent("""{"answers":{"adults":"two","nonsense":1}}""", null, "application/json"));
        Assert.Equal(200, (int)answer.StatusCode);
        var judged = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.False(judged.GetProperty("valid").GetBoolean());
        Assert.Equal("Enter “Adults” as a number.", judged.GetProperty("errors").GetProperty("adults")[0].GetString());
        Assert.True(judged.GetProperty("errors").TryGetProperty("nonsense", out _));
    }

    [Fact]
    public async Task An_unknown_procedure_is_not_there()
    {
        Assert.Equal(404, (await city.Get(null, "/api/v1/procedures/nowhere")).Status);
        Assert.Equal(404, (await city.Post(null, "/api/v1/procedures/nowhere/validate", new { answers = new { } })).Status);
    }

    [Fact]
    public async Task An_unchanged_library_stays_the_same_edition_over_a_restart()
    {
        await city.RestartAsync();
        Assert.Equal(1, city.Get<IProcedures>().Find("jido-teate-nintei")!.Number);
        Assert.NotNull(city.Get<IProcedures>().Edition("jido-teate-nintei", 1));
        Assert.Null(city.Get<IProcedures>().Edition("jido-teate-nintei", 9));
    }
}
