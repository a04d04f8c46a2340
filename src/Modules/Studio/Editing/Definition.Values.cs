namespace Madoguchi.Studio.Editing;

/// <summary>What is calculated from answers, and how a matter may end.</summary>
internal sealed partial class Definition
{
    /// <summary>The ways a matter ends: dispositions by their kind, or <c>completion</c>.</summary>
    public IEnumerable<(string Key, JsonObject Ending)> Endings()
    {
        foreach (var (kind, disposition) in Root["dispositions"] as JsonObject ?? [])
            if (disposition is JsonObject ending) yield return (kind, ending);
        if (Root["completion"] is JsonObject completion) yield return (Completion, completion);
    }

    public const string Completion = "completion";

    public JsonObject? Ending(string key) => key == Completion ? Root["completion"] as JsonObject : (Root["dispositions"] as JsonObject)?[key] as JsonObject;

    /// <summary>A result field under <c>grant.total</c>, a column of a table under <c>grant.children.amount</c>.</summary>
    public (JsonObject Ending, JsonArray List, JsonObject Item, JsonObject? Table)? Result(string key)
    {
        if (key.Split('.') is not [var kind, var id, .. var rest] || rest.Length > 1 || Ending(kind) is not { } ending || ending["result"] is not JsonArray list || Find(list, id) is not { } field) return null;
        if (rest.Length == 0) return (ending, list, field, null);
        return field["columns"] is JsonArray columns && Find(columns, rest[0]) is { } column ? (ending, columns, column, field) : null;
    }

    /// <summary>The result fields of an ending; columns of its tables when <paramref name="key"/> names one.</summary>
    public JsonArray? Results(string key) => key.Contains('.') ? Result(key)?.Item["columns"] as JsonArray : Ending(key)?["result"] as JsonArray;

    /// <summary>A computed value under <c>id</c>, of a group under <c>group.id</c>.</summary>
    public (JsonArray List, JsonObject Item)? Computed(string key)
    {
        var dot = key.IndexOf('.');
        var list = (dot < 0 ? Root["form"]!["computed"] : Question(key[..dot])?.Question["computed"]) as JsonArray;
        return list is not null && Find(list, key[(dot + 1)..]) is { } item ? (list, item) : null;
    }

    /// <summary>Computed values of the form and of its groups, by key.</summary>
    public IEnumerable<(string Key, JsonObject Item)> AllComputed()
    {
        foreach (var item in (Root["form"]!["computed"] as JsonArray ?? []).OfType<JsonObject>()) yield return (Id(item), item);
        foreach (var (key, _, question) in Questions().Where(q => !q.Key.Contains('.')))
            foreach (var item in (question["computed"] as JsonArray ?? []).OfType<JsonObject>()) yield return ($"{key}.{Id(item)}", item);
    }
}
