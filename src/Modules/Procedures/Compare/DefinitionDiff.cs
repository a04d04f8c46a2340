namespace Madoguchi.Procedures.Compare;

/// <summary>What changed between two definitions, in sentences an officer reads.</summary>
internal static class DefinitionDiff
{
    public static IReadOnlyList<DefinitionChange> Of(DefinitionWords before, DefinitionWords after)
    {
        var (old, fresh) = (new PartWords(before), new PartWords(after));
        var diff = new PartDiff(old, fresh);
        diff.Object("", "", before.Root, after.Root, null, "form", "example");
        var (was, now) = (before.Root.GetProperty("form"), after.Root.GetProperty("form"));
        diff.Items("", "pages", "ページ", was.GetProperty("pages"), now.GetProperty("pages"), null, "questions");
        Questions(diff, old, fresh, [.. Asked(was)], [.. Asked(now)]);
        diff.Object("", "form", was, now, null, "pages");
        if (!JsonElement.DeepEquals(before.Root.GetProperty("example"), after.Root.GetProperty("example"))) diff.Say("見本の答えが変わりました。");
        return diff.Lines;
    }

    private sealed record AskedQuestion(string Id, JsonElement Question, string Page, JsonElement OnPage);

    private static IEnumerable<AskedQuestion> Asked(JsonElement form) =>
        form.GetProperty("pages").EnumerateArray().SelectMany(p => p.GetProperty("questions").EnumerateArray().Select(q => new AskedQuestion(PartWords.Id(q)!, q, PartWords.Id(p)!, p)));

    private static void Questions(PartDiff diff, PartWords old, PartWords fresh, IReadOnlyList<AskedQuestion> was, IReadOnlyList<AskedQuestion> now)
    {
        var (before, after) = (was.ToDictionary(q => q.Id), now.ToDictionary(q => q.Id));
        foreach (var gone in was.Where(q => !after.ContainsKey(q.Id))) diff.Say($"設問「{old.Label(gone.Question)}」がなくなりました（ページ「{old.Label(gone.OnPage)}」）。");
        foreach (var asked in now)
        {
            if (!before.TryGetValue(asked.Id, out var own))
            {
                diff.Added($"ページ「{fresh.Label(asked.OnPage)}」に設問「{fresh.Label(asked.Question)}」が増えました（{fresh.Question(asked.Question, null)}）。", asked.Question, null);
                continue;
            }

            if (own.Page != asked.Page) diff.Say($"設問「{fresh.Label(asked.Question)}」がページ「{old.Label(own.OnPage)}」からページ「{fresh.Label(asked.OnPage)}」に移りました。");
            diff.Object($"設問「{fresh.Label(asked.Question)}」の", "question", own.Question, asked.Question, null, "id");
        }

        foreach (var page in now.Select(q => q.Page).Distinct())
            diff.Moves("", "設問", On(was, page), On(now, page));
    }

    private static List<KeyValuePair<string, JsonElement>> On(IReadOnlyList<AskedQuestion> asked, string page) => [.. asked.Where(q => q.Page == page).Select(q => KeyValuePair.Create(q.Id, q.Question))];
}
