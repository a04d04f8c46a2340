using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Conditions;

/// <summary>A condition in its place: of what, where it is kept, and of which questions it may speak.</summary>
/// <param name="Holder">The thing it belongs to.</param>
/// <param name="Key">Under which it is kept there.</param>
/// <param name="Group">Id of the group it stands in, or null.</param>
/// <param name="Asked">Questions answered before, by the id it names them with.</param>
internal sealed record ConditionOf(string Kind, JsonObject Holder, string Key, string Name, string? Group, IReadOnlyList<(string Id, string Label, JsonObject Question)> Asked)
{
    public JsonNode? Condition => Holder[Key] is { } node && !(Kind == "required" && node.GetValueKind() is JsonValueKind.True or JsonValueKind.False) ? node : null;

    public JsonObject? Find(string id) => Asked.FirstOrDefault(a => a.Id == id).Question;

    /// <summary>Keeps a condition, or what its absence means here: an exit leads nobody out, all else always applies.</summary>
    public void Put(JsonNode? condition)
    {
        if (condition is not null) Holder[Key] = condition;
        else if (Kind == "exit") Holder[Key] = false;
        else Holder.Remove(Key);
    }

    public static ConditionOf? Find(Definition definition, string kind, string key)
    {
        switch (kind)
        {
            case "page" when definition.Page(key) is { } page:
                return new ConditionOf(kind, page, "visibleWhen", $"ページ「{Phrases.Ja(page["title"])}」", null, Before(definition, q => q.Page == page));
            case "question" or "required" when definition.Question(key) is { } found && Definition.Type(found.Question) != "declaration" | kind == "question":
                var group = key.Contains('.') ? key.Split('.')[0] : null;
                var inner = group is null ? [] : found.List.OfType<JsonObject>().TakeWhile(q => q != found.Question).Select(q => (Definition.Id(q), definition.Label(q), q)).ToList();
                return new ConditionOf(kind, found.Question, kind == "question" ? "visibleWhen" : "required", $"設問「{definition.Label(found.Question)}」", group,
                    [.. inner, .. Before(definition, q => q.Key == (group ?? key)).Where(q => inner.TrueForAll(i => i.Item1 != q.Id))]);
            case "document" when definition.Document(key) is { } document:
                return new ConditionOf(kind, document, "when", $"書類「{Phrases.Ja(document["title"])}」", null, Before(definition, _ => false));
            case "exit" when definition.Exit(key) is { } exit:
                var pages = definition.Pages.OfType<JsonObject>().SkipWhile(p => p != exit.Page).Skip(1).FirstOrDefault();
                return new ConditionOf(kind, exit.Exit, "when", $"出口「{Phrases.Ja(exit.Exit["title"])}」", null, Before(definition, q => q.Page == pages));
            default:
                return null;
        }
    }

    private static List<(string Id, string Label, JsonObject Question)> Before(Definition definition, Func<(string Key, JsonObject Page, JsonObject Question), bool> end) =>
        [.. definition.Questions().TakeWhile(q => !end(q)).Where(q => !q.Key.Contains('.') && Definition.Type(q.Question) != "info").Select(q => (q.Key, $"{Phrases.Ja(q.Page["title"])}：{definition.Label(q.Question)}", q.Question))];
}
