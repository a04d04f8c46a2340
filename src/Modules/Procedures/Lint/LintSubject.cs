namespace Madoguchi.Procedures.Lint;

/// <summary>A definition under judgement: compiled, as JSON, and what else the city has.</summary>
internal sealed record LintSubject(ProcedureEdition Edition, JsonElement Root, IReadOnlyList<string> Untranslated, IReadOnlyList<Neighbour> Others)
{
    private IReadOnlyList<DefinitionText>? texts;

    /// <summary>Every text in three languages with its place.</summary>
    public IReadOnlyList<DefinitionText> Texts => texts ??= [.. DefinitionText.Of(Root, "$")];

    /// <summary>The pages of the form as JSON with their places.</summary>
    public IEnumerable<(JsonElement Page, string Place)> Pages => Root.GetProperty("form").GetProperty("pages").EnumerateArray().Select((p, i) => (p, $"$.form.pages[{i}]"));

    /// <summary>Questions as JSON with their places, those of groups after their group; <c>Group</c> is its id or null.</summary>
    public IEnumerable<(JsonElement Question, string Place, string? Group)> Questions => Pages.SelectMany(p => Of(p.Page, p.Place));

    public static IEnumerable<(JsonElement Question, string Place, string? Group)> Of(JsonElement page, string place)
    {
        foreach (var (question, i) in page.GetProperty("questions").EnumerateArray().Select((q, i) => (q, i)))
        {
            var at = $"{place}.questions[{i}]";
            yield return (question, at, null);
            foreach (var key in (string[])["questions", "columns"])
            {
                if (!question.TryGetProperty(key, out var inner) || inner.ValueKind != JsonValueKind.Array) continue;
                foreach (var (item, j) in inner.EnumerateArray().Select((q, j) => (q, j))) yield return (item, $"{at}.{key}[{j}]", question.GetProperty("id").GetString());
            }
        }
    }
}

/// <summary>What must not stand twice in a city.</summary>
internal sealed record Neighbour(string Slug, string Title, string Kana, string? FormNumber);

/// <summary>A text with its languages; a missing one is null.</summary>
internal sealed record DefinitionText(string Place, string Ja, string? En, string? Easy)
{
    public static IEnumerable<DefinitionText> Of(JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("ja", out var ja) && ja.ValueKind == JsonValueKind.String)
                return [new DefinitionText(place, ja.GetString()!, Text(element, "en"), Text(element, "ja-easy"))];
            return element.EnumerateObject().SelectMany(p => Of(p.Value, $"{place}.{p.Name}"));
        }

        return element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().SelectMany((e, i) => Of(e, $"{place}[{i}]")) : [];
    }

    private static string? Text(JsonElement of, string key) => of.TryGetProperty(key, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

/// <summary>What a rule found; the file is known to whoever asks.</summary>
internal sealed record Found(string Place, string Code, Severity Severity, string Reason)
{
    public static Found Fault(string place, string code, string reason) => new(place, code, Severity.Fault, reason);

    public static Found Advice(string place, string code, string reason) => new(place, code, Severity.Advice, reason);
}
