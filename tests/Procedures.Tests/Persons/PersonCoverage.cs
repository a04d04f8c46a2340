using System.Text.Json;

namespace Procedures.Tests.Persons;

/// <summary>
/// What of a definition no person speaks of: exits nobody reaches, and documents, pages and questions under a condition
/// that are not said to be asked of one and not of another. Only what a person's expectation says counts.
/// </summary>
internal sealed class PersonCoverage(JsonElement definition, IReadOnlyList<Person> persons)
{
    private readonly List<string> gaps = [];

    public IReadOnlyList<string> Gaps()
    {
        foreach (var document in definition.GetProperty("requiredDocuments").EnumerateArray().Where(Varies("when"))) Document(Id(document));
        foreach (var page in definition.GetProperty("form").GetProperty("pages").EnumerateArray())
        {
            Exits(page);
            if (Varies("visibleWhen")(page)) Page(page);
            foreach (var (key, question) in Questions(page))
                if (Varies("visibleWhen")(question)) Question(key, page);
        }

        return gaps;
    }

    private void Exits(JsonElement page)
    {
        if (!page.TryGetProperty("exits", out var exits)) return;
        foreach (var exit in exits.EnumerateArray().Where(e => persons.All(p => p.Expect.Exit != Id(e)))) gaps.Add($"nobody reaches the exit {Id(exit)}");
    }

    private void Document(string id) => Both($"document {id}",
        persons.Any(p => p.Expect.Documents?.Contains(id) == true),
        persons.Any(p => p.Expect is { Exit: null, Documents: { } documents } && !documents.Contains(id)));

    private void Page(JsonElement page)
    {
        var (id, keys) = (Id(page), Questions(page).Select(q => q.Key).ToHashSet());
        var always = page.GetProperty("questions").EnumerateArray().Where(q => !Varies("visibleWhen")(q)).Select(Id).ToHashSet();
        Both($"page {id}",
            persons.Any(p => p.Expect.Pages?.Contains(id) == true || Shown(p.Expect).Any(keys.Contains)),
            persons.Any(p => p.Expect.Exit is null && (p.Expect.Pages?.Contains(id) == false || p.Expect.NotAsked.Any(always.Contains))));
    }

    private void Question(string key, JsonElement page) => Both($"question {key}",
        persons.Any(p => Shown(p.Expect).Contains(key)),
        persons.Any(p => Reaches(page, p.Expect.Exit) && p.Expect.NotAsked.Select(AnswerKey.Question).Contains(key)));

    /// <summary>Behind an exit nothing is asked anyway; on its own page a question left out is left out by its condition.</summary>
    private static bool Reaches(JsonElement page, string? exit) =>
        exit is null || (page.TryGetProperty("exits", out var exits) && exits.EnumerateArray().Any(e => Id(e) == exit));

    /// <summary>A question with an error or a warning is asked, too.</summary>
    private static IEnumerable<string> Shown(Expected expect) => expect.Asked.Concat(expect.Errors.Keys).Concat(expect.Warnings ?? []).Select(AnswerKey.Question);

    private void Both(string what, bool one, bool other)
    {
        if (!one) gaps.Add($"{what} is asked of nobody");
        if (!other) gaps.Add($"{what} is left out for nobody");
    }

    private static IEnumerable<(string Key, JsonElement Question)> Questions(JsonElement page)
    {
        foreach (var question in page.GetProperty("questions").EnumerateArray())
        {
            yield return (Id(question), question);
            if (question.TryGetProperty("questions", out var inner) || question.TryGetProperty("columns", out inner))
                foreach (var item in inner.EnumerateArray()) yield return ($"{Id(question)}.{Id(item)}", item);
        }
    }

    // A condition on the city's values alone is the same for everybody.
    private static Func<JsonElement, bool> Varies(string key) => of => of.TryGetProperty(key, out var when) && SpeaksOfAnswers(when);

    private static bool SpeaksOfAnswers(JsonElement expression) => expression.ValueKind switch
    {
        JsonValueKind.Object => expression.EnumerateObject().Any(p => p.Name is "any" or "all" or "count" or "sum" || SpeaksOfAnswers(p.Value)),
        JsonValueKind.Array => expression.EnumerateArray().Any(SpeaksOfAnswers),
        JsonValueKind.String => expression.GetString() is ['$', ..] reference && !reference.StartsWith("$values.", StringComparison.Ordinal),
        _ => false,
    };

    private static string Id(JsonElement of) => of.GetProperty("id").GetString()!;
}
