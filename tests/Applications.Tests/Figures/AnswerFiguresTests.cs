using System.Text.Json;
using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Applications.Figures;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;

namespace Applications.Tests.Figures;

/// <summary>回答の集計: options, yes and no, numbers, for the division's officers.</summary>
public sealed class AnswerFiguresTests(Cities cities) : IClassFixture<Cities>
{
    private const string Slug = "kosodate-koza";

    [Theory, ClassData(typeof(Databases))]
    public async Task What_was_chosen_is_counted(string database)
    {
        var city = await cities.On(database);
        for (var i = 0; i < 3; i++) await city.Telephoned(Slug, i);
        using var clerk = await city.Officer("clerk", $"/staff/applications?procedure={Slug}");
        await clerk.PressAsync("回答の集計");
        Assert.Contains("3件の回答", clerk.Words);
        var asked = clerk.Page.QuerySelectorAll("main section").First(s => s.TextContent.Contains("一時保育", StringComparison.Ordinal) || s.TextContent.Contains("託児", StringComparison.Ordinal));
        Assert.Contains("100 %", asked.TextContent, StringComparison.Ordinal);

        using var other = await city.Officer("road-clerk", $"/staff/answers/{Slug}");
        Assert.Equal(404, other.Status);
    }

    [Fact]
    public async Task Numbers_have_a_middle_ticks_count_each_and_what_is_no_answer_counts_nothing()
    {
        var edition = (await cities.On("sqlite")).Get<IProcedures>().Find(Slug)!;
        var number = edition.Form.Pages.SelectMany(p => p.Questions).First(q => q.Type == QuestionType.Number);
        var tally = new AnswerTally(edition);
        foreach (var answer in new[] { "3", "1", "2", "\"5\"", "null", "[]" })
            tally.Add(JsonSerializer.Deserialize<JsonElement>($$"""{"{{number.Id}}": {{answer}}, "unknown": true}"""));
        var figure = tally.Figures().Single(f => f.Label == number.Short.Ja);
        Assert.Equal(6, tally.Matters);
        Assert.Equal((1m, 2m, 3m), figure.Numbers);
    }
}
