namespace Madoguchi.Studio.Merging;

/// <summary>
/// Merges two definitions that were made from a third. What one side changed is taken; what both changed alike is taken once;
/// what both changed otherwise is a conflict, decided by a choice, mine without one. Nothing is ever dropped unsaid.
/// </summary>
internal sealed class ThreeWayMerge
{
    private readonly IReadOnlyDictionary<string, Side> choices;
    private readonly bool askRemovals;
    private readonly List<Conflict> conflicts = [];
    private readonly List<string> kept = [];

    private ThreeWayMerge(IReadOnlyDictionary<string, Side> choices, bool askRemovals) => (this.choices, this.askRemovals) = (choices, askRemovals);

    /// <param name="choices">Sides by <see cref="Conflict.Key"/>.</param>
    /// <param name="askRemovals">Also asks whether a part that one side removed and the other left as it was is to go.</param>
    public static Merged Run(JsonObject before, JsonObject theirs, JsonObject mine, IReadOnlyDictionary<string, Side>? choices = null, bool askRemovals = false)
    {
        var merge = new ThreeWayMerge(choices ?? new Dictionary<string, Side>(), askRemovals);
        var made = Lifted.Of(before) is { } b && Lifted.Of(theirs) is { } t && Lifted.Of(mine) is { } m
            ? merge.Lower(b, t, m)
            : merge.Value([], before, theirs, mine)!.DeepClone().AsObject();
        return new Merged(made, merge.conflicts, merge.kept);
    }

    private JsonObject Lower(Lifted before, Lifted theirs, Lifted mine)
    {
        var root = Value([], before.Root, theirs.Root, mine.Root)!.DeepClone().AsObject();
        var form = root["form"]!.AsObject();
        var questions = form["questions"]!.AsArray().OfType<JsonObject>().ToList();
        form.Remove("questions");
        var pages = form["pages"]!.AsArray().OfType<JsonObject>().ToDictionary(p => Shape.Text(p["id"])!);
        foreach (var id in questions.Select(q => Shape.Text(q[Shape.Page])!).Distinct().Where(id => !pages.ContainsKey(id)))
        {
            pages[id] = (mine.Page(id) ?? theirs.Page(id) ?? before.Page(id))!.DeepClone().AsObject();
            kept.Add(id);
        }

        var byPage = questions.ToLookup(q => Shape.Text(q[Shape.Page])!);
        form["pages"] = new JsonArray([.. Order(["form", "pages"], before.Pages, theirs.Pages, mine.Pages, pages.Keys.ToHashSet()).Select(id => (JsonNode)WithQuestions(id))]);
        return root;

        JsonObject WithQuestions(string id)
        {
            var own = byPage[id].ToDictionary(q => Shape.Text(q["id"])!);
            var page = pages[id].DeepClone().AsObject();
            page["questions"] = new JsonArray([.. Order(["form", "pages", id, "questions"], before.On(id), theirs.On(id), mine.On(id), own.Keys.ToHashSet()).Select(q => (JsonNode)Plain(own[q]))]);
            return page;
        }

        static JsonObject Plain(JsonObject question)
        {
            var plain = question.DeepClone().AsObject();
            plain.Remove(Shape.Page);
            return plain;
        }
    }

    private JsonNode? Value(IReadOnlyList<string> path, JsonNode? before, JsonNode? theirs, JsonNode? mine)
    {
        if (JsonNode.DeepEquals(theirs, mine)) return mine;
        var (onlyMine, onlyTheirs) = (JsonNode.DeepEquals(before, theirs), JsonNode.DeepEquals(before, mine));
        // Removals are found by going down, even where one side changed nothing.
        if (!askRemovals && (onlyMine || onlyTheirs)) return onlyMine ? mine : theirs;
        if (theirs is JsonObject t && mine is JsonObject m && Shape.IsRecord(path, t, m) && (path.Count == 0 || !Shape.ChangesKind(before as JsonObject, t, m))) return Record(path, before as JsonObject, t, m);
        if (Shape.NamesOf(path, before, theirs, mine) is { } name) return List(path, before as JsonArray, theirs as JsonArray, mine as JsonArray, name);
        return onlyMine ? mine : onlyTheirs ? theirs : Decide(ConflictKind.Value, path, before, theirs, mine);
    }

    private JsonObject Record(IReadOnlyList<string> path, JsonObject? before, JsonObject theirs, JsonObject mine)
    {
        var made = new JsonObject();
        foreach (var key in mine.Concat(theirs).Select(p => p.Key).Distinct())
            if (Value([.. path, key], before?[key], theirs[key], mine[key]) is { } value) made[key] = value.DeepClone();
        return made;
    }

    private JsonArray? List(IReadOnlyList<string> path, JsonArray? before, JsonArray? theirs, JsonArray? mine, Func<JsonNode?, string?> name)
    {
        var (b, t, m) = (Parts(before), Parts(theirs), Parts(mine));
        var made = new Dictionary<string, JsonNode>();
        foreach (var id in m.Keys.Concat(t.Keys).Distinct())
            if (Part([.. path, id], b.GetValueOrDefault(id), t.GetValueOrDefault(id), m.GetValueOrDefault(id)) is { } part) made[id] = part;
        // The order of pages and of the questions on them is found when they are put together again.
        var lifted = path is ["form", "pages"] or ["form", "questions"];
        IEnumerable<string> order = lifted ? made.Keys : Order(path, [.. b.Keys], [.. t.Keys], [.. m.Keys], made.Keys.ToHashSet());
        var list = new JsonArray([.. order.Select(id => made[id].DeepClone())]);
        return list.Count == 0 && (theirs is null || mine is null) ? null : list;

        Dictionary<string, JsonNode> Parts(JsonArray? from) => (from ?? []).ToDictionary(p => name(p)!, p => p!);
    }

    private JsonNode? Part(IReadOnlyList<string> path, JsonNode? before, JsonNode? theirs, JsonNode? mine)
    {
        if (theirs is not null && mine is not null) return Value(path, before, theirs, mine);
        if (before is null) return theirs ?? mine;
        if (!JsonNode.DeepEquals(before, theirs ?? mine)) return Decide(ConflictKind.Part, path, before, theirs, mine);
        return askRemovals ? Decide(ConflictKind.Removal, path, before, theirs, mine, theirs is null ? Side.Theirs : Side.Mine) : null;
    }

    private List<string> Order(IReadOnlyList<string> path, IReadOnlyList<string> before, IReadOnlyList<string> theirs, IReadOnlyList<string> mine, HashSet<string> stay)
    {
        var common = OrderMerge.Common(before, theirs, mine, stay);
        if (common is null)
        {
            var shared = theirs.Intersect(mine).Where(stay.Contains).ToHashSet();
            var chosen = Decide(ConflictKind.Order, [.. path, "@order"], Only(before), Only(theirs), Only(mine));
            common = [.. chosen!.AsArray().Select(p => Shape.Text(p)!)];

            JsonArray Only(IReadOnlyList<string> side) => new([.. side.Where(shared.Contains).Select(p => (JsonNode)p)]);
        }

        return OrderMerge.WithOwn(common, theirs, mine, stay);
    }

    private JsonNode? Decide(ConflictKind kind, IReadOnlyList<string> path, JsonNode? before, JsonNode? theirs, JsonNode? mine, Side without = Side.Mine)
    {
        var conflict = new Conflict(kind, path, before, theirs, mine);
        conflicts.Add(conflict);
        return choices.GetValueOrDefault(conflict.Key, without) == Side.Theirs ? theirs : mine;
    }
}
