namespace Madoguchi.Studio.Merging;

/// <summary>A definition with its questions beside its pages instead of on them, so that a question that moved to another page is still the same one.</summary>
internal sealed class Lifted
{
    private Lifted(JsonObject root, IReadOnlyList<string> pages, IReadOnlyDictionary<string, IReadOnlyList<string>> questions) => (Root, Pages, Questions) = (root, pages, questions);

    public JsonObject Root { get; }

    /// <summary>Ids in order.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>Ids in order, by page.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Questions { get; }

    public IReadOnlyList<string> On(string page) => Questions.GetValueOrDefault(page) ?? [];

    /// <summary>Null when pages or questions are not all known by an id of their own.</summary>
    public static Lifted? Of(JsonObject definition)
    {
        var root = definition.DeepClone().AsObject();
        if (root["form"]?["pages"] is not JsonArray pages || pages.Any(p => p is not JsonObject page || Shape.Text(page["id"]) is null || page["questions"] is not JsonArray)) return null;
        var order = new Dictionary<string, IReadOnlyList<string>>();
        var questions = new JsonArray();
        foreach (var page in pages.OfType<JsonObject>())
        {
            var own = page["questions"]!.AsArray();
            var id = Shape.Text(page["id"])!;
            if (own.Any(q => q is not JsonObject question || Shape.Text(question["id"]) is null) || !order.TryAdd(id, [.. own.Select(q => Shape.Text(q!["id"])!)])) return null;
            foreach (var question in own.OfType<JsonObject>().ToList())
            {
                own.Remove(question);
                question[Shape.Page] = id;
                questions.Add((JsonNode)question);
            }
        }

        if (order.Values.SelectMany(q => q).GroupBy(q => q).Any(g => g.Count() > 1)) return null;
        root["form"]!["questions"] = questions;
        return new Lifted(root, [.. pages.Select(p => Shape.Text(p!["id"])!)], order);
    }

    public JsonObject? Page(string id) => Root["form"]!["pages"]!.AsArray().OfType<JsonObject>().FirstOrDefault(p => Shape.Text(p["id"]) == id);
}
