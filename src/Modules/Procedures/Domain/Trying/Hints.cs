namespace Madoguchi.Procedures.Domain.Trying;

/// <summary>What the conditions of a form hold answers against: the values at which something changes.</summary>
internal sealed class Hints
{
    private const int Deepest = 6;

    private static readonly FrozenSet<string> Comparisons = FrozenSet.Create("eq", "ne", "lt", "lte", "gt", "gte", "in", "includes", "between");
    private static readonly FrozenSet<string> Deciding = FrozenSet.Create("visibleWhen", "when", "required");

    private readonly Dictionary<string, List<JsonElement>> values = [];
    private readonly Dictionary<string, List<string>> computed = [];
    private readonly Dictionary<string, List<string>> beside = [];
    private readonly JsonElement given;

    /// <param name="definition">A definition that can be read.</param>
    public Hints(JsonElement definition)
    {
        var form = definition.GetProperty("form");
        given = definition.TryGetProperty("values", out var own) ? own : default;
        Compute(form);
        Read(form, false);
        Read(definition.GetProperty("requiredDocuments"), false);
    }

    /// <summary>Ids of the questions that decide what else is asked.</summary>
    public HashSet<string> Decisive { get; } = [];

    /// <summary>The questions whose answers a question's own rules hold it against.</summary>
    public IReadOnlyList<string> Beside(string id) => beside.GetValueOrDefault(id) ?? [];

    public IReadOnlyList<JsonElement> Of(string id) => values.GetValueOrDefault(id) ?? [];

    private void Compute(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Compute(item);
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var (name, value) in element.EnumerateObject().Select(p => (p.Name, p.Value)))
        {
            if (name == "computed" && value.ValueKind == JsonValueKind.Array)
                foreach (var made in value.EnumerateArray()) computed[made.GetProperty("id").GetString()!] = [.. References(made.GetProperty("value"))];
            Compute(value);
        }
    }

    private void Read(JsonElement element, bool decides)
    {
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray()) Read(item, decides);
        if (element.ValueKind != JsonValueKind.Object) return;
        if (element.TryGetProperty("id", out var own) && element.TryGetProperty("type", out _)) NoteRules(own.GetString()!, element);
        foreach (var (name, value) in element.EnumerateObject().Select(p => (p.Name, p.Value)))
        {
            var here = decides || Deciding.Contains(name);
            if (here && Deciding.Contains(name)) foreach (var id in Questions(value)) Decisive.Add(id);
            if (Comparisons.Contains(name)) Note(value);
            Read(value, here);
        }
    }

    private void NoteRules(string id, JsonElement question)
    {
        var others = new List<string>();
        foreach (var key in (string[])["checks", "min", "max"])
            if (question.TryGetProperty(key, out var rule)) others.AddRange(Questions(rule).Where(o => o != id && !others.Contains(o)));
        if (others.Count > 0) beside[id] = others;
    }

    private void Note(JsonElement compared)
    {
        var literals = Leaves(compared).Select(Given).Where(l => l.ValueKind != JsonValueKind.String || l.GetString() is not ['$', ..]).ToList();
        foreach (var id in Questions(compared))
        {
            if (!values.TryGetValue(id, out var known)) values[id] = known = [];
            known.AddRange(literals.Where(l => !known.Exists(k => JsonElement.DeepEquals(k, l))));
        }
    }

    // "$values.claimDays": what the city has set.
    private JsonElement Given(JsonElement leaf) =>
        leaf.ValueKind == JsonValueKind.String && leaf.GetString() is ['$', 'v', 'a', 'l', 'u', 'e', 's', '.', .. var name] && given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out var value) ? value : leaf;

    // What a computed value is made of decides as much as an answer itself.
    private IEnumerable<string> Questions(JsonElement expression, int depth = 0) => References(expression).SelectMany(id => Base(id, depth)).Distinct();

    private IEnumerable<string> Base(string id, int depth) =>
        depth < Deepest && computed.TryGetValue(id, out var parts) ? parts.SelectMany(p => Base(p, depth + 1)) : [id];

    private static IEnumerable<string> References(JsonElement expression)
    {
        foreach (var leaf in Leaves(expression))
            if (leaf.ValueKind == JsonValueKind.String && leaf.GetString() is ['$', .. var name]) yield return name.Split('.')[0];
        foreach (var group in Groups(expression)) yield return group;
    }

    // {"count": "children"}: a group is named without the sign.
    private static IEnumerable<string> Groups(JsonElement expression) => expression.ValueKind switch
    {
        JsonValueKind.Array => expression.EnumerateArray().SelectMany(Groups),
        JsonValueKind.Object => expression.EnumerateObject().SelectMany(p =>
            p.Name is "count" or "any" or "all" or "sum" && p.Value.ValueKind == JsonValueKind.String ? [p.Value.GetString()!.TrimStart('$')] : Groups(p.Value)),
        _ => [],
    };

    private static IEnumerable<JsonElement> Leaves(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Leaves(p.Value)),
        _ => [element],
    };
}
