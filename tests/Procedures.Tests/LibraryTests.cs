using System.Text.Json;
using Madoguchi.Kernel.Text;

namespace Procedures.Tests;

public sealed class LibraryTests
{
    public static TheoryData<string> Slugs => [.. LibraryFiles.Slugs];

    [Theory, MemberData(nameof(Slugs))]
    public void A_file_of_the_library_has_no_fault(string slug) => Assert.Empty(LibraryFiles.Faults(slug).Found);

    [Theory, MemberData(nameof(Slugs))]
    public void Residents_read_every_text_in_three_languages(string slug) => Assert.Empty(LibraryFiles.Faults(slug).Untranslated);

    [Theory, MemberData(nameof(Slugs))]
    public void The_example_can_be_posted_on_any_day_of_four_years(string slug)
    {
        var edition = LibraryFiles.Edition(slug);
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var judged = edition.Validate(edition.Form.Example(day), day);
            Assert.True(judged.Valid, $"{slug} on {day:yyyy-MM-dd}: {judged.Errors.Listed()}");
        }
    }

    [Theory, MemberData(nameof(Slugs))]
    public void Canonical_answers_are_valid_again_and_do_not_change(string slug)
    {
        var (edition, day) = (LibraryFiles.Edition(slug), new DateOnly(2026, 11, 22));
        var once = edition.Validate(edition.Form.Example(day), day);
        using var json = JsonDocument.Parse(once.Answers);
        var twice = edition.Form.Validate(json.RootElement, day);
        Assert.True(twice.Valid, twice.Errors.Listed());
        Assert.Equal(once.Answers, twice.Answers);
    }

    [Theory, MemberData(nameof(Slugs))]
    public void The_form_the_schema_and_the_answers_can_be_shown_in_every_language(string slug)
    {
        var (edition, day) = (LibraryFiles.Edition(slug), new DateOnly(2026, 11, 22));
        using var answers = JsonDocument.Parse(edition.Form.Example(day).ToJsonString());
        foreach (var language in Languages.All)
        {
            Assert.Equal(edition.Form.Pages.Count, edition.Form.ToJson(language, day)["pages"]!.AsArray().Count);
            Assert.All(edition.Form.Show(answers.RootElement, day, language).SelectMany(p => p.Answers), a => Assert.False(a.Label.IsEmpty));
        }

        var properties = edition.Form.Schema(day)["properties"]!.AsObject();
        Assert.All(answers.RootElement.EnumerateObject(), a => Assert.True(properties.ContainsKey(a.Name), a.Name));
    }

    /// <summary>The page and the paper say 任意 beside it: in the label it would stand there twice.</summary>
    [Theory, MemberData(nameof(Slugs))]
    public void No_label_says_that_it_may_be_left_out(string slug) =>
        Assert.All(LibraryFiles.Edition(slug).Form.Pages.SelectMany(p => p.Questions).SelectMany(q => q.Questions.Prepend(q)), q =>
        {
            Assert.DoesNotContain("任意）", q.Label.Ja, StringComparison.Ordinal);
            Assert.DoesNotContain("optional)", q.Label.In(Language.En).Source, StringComparison.Ordinal);
            Assert.DoesNotContain("なくてもいいです）", q.Label.In(Language.JaEasy).Source, StringComparison.Ordinal);
        });

    [Theory, MemberData(nameof(Slugs))]
    public void Ruby_is_well_formed(string slug)
    {
        var text = LibraryFiles.Text(slug);
        using var file = JsonDocument.Parse(text);
        Assert.All(Easy(file.RootElement), easy =>
        {
            Assert.Equal(easy.Count(c => c == '{'), easy.Count(c => c == '}'));
            Assert.DoesNotContain("||", easy);
        });
    }

    private static IEnumerable<string> Easy(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "ja-easy" ? [p.Value.GetString()!] : Easy(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Easy),
        _ => [],
    };
}
