namespace Madoguchi.Studio.Formulas;

/// <summary>One step of a calculation, taken apart: its parts, and what is said beside them.</summary>
internal sealed record FormulaNode(string Kind, IReadOnlyList<JsonNode?> Parts)
{
    /// <summary>Codes of <c>in</c>.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Of <c>matches</c>.</summary>
    public string Pattern { get; init; } = "";

    public string Rounding { get; init; } = "down";

    public string Places { get; init; } = "";

    public string Group { get; init; } = "";

    public JsonNode? Where { get; init; }

    public static bool IsSimple(JsonNode? node) => node is null or JsonValue;

    /// <summary>Takes a node apart. What has another shape is <see cref="FormulaKinds.Kept"/>.</summary>
    public static FormulaNode Read(JsonNode? node)
    {
        if (IsSimple(node)) return new FormulaNode(FormulaKinds.Plain, [node]);
        if (node is not JsonObject many) return new FormulaNode(FormulaKinds.Kept, []);
        var name = many.Select(p => p.Key).FirstOrDefault(k => FormulaKinds.Find(k) is { Group: true }) ?? (many.Count == 1 ? many.First().Key : "");
        if (FormulaKinds.Find(name) is not { } kind || name == FormulaKinds.Plain) return new FormulaNode(FormulaKinds.Kept, []);
        var operand = many[name];
        if (kind.Group)
            return operand is JsonValue group && group.TryGetValue<string>(out var id) ? new FormulaNode(name, name == "sum" ? [many["of"]] : []) { Group = id, Where = many["where"] } : new FormulaNode(FormulaKinds.Kept, []);
        if (kind.Alone) return new FormulaNode(name, [operand]);
        if (operand is not JsonArray list) return new FormulaNode(FormulaKinds.Kept, []);
        var after = list.Skip(kind.Least).ToList();
        return name switch
        {
            "divide" or "round" => new FormulaNode(name, [.. list.Take(kind.Least)]) { Rounding = after.ElementAtOrDefault(0)?.ToString() ?? "down", Places = after.ElementAtOrDefault(1)?.ToJsonString() ?? "" },
            "in" => new FormulaNode(name, [.. list.Take(1)]) { Codes = [.. (list.ElementAtOrDefault(1) as JsonArray ?? []).Select(c => c?.ToString() ?? "")] },
            "matches" => new FormulaNode(name, [.. list.Take(1)]) { Pattern = list.ElementAtOrDefault(1)?.ToString() ?? "" },
            // More parts than a page shows stay as they are.
            _ => list.Count > kind.Most ? new FormulaNode(FormulaKinds.Kept, []) : new FormulaNode(name, [.. list]),
        };
    }

    /// <summary>Puts it together again.</summary>
    public JsonNode? Write()
    {
        var parts = Parts.Select(p => p?.DeepClone()).ToList();
        if (Kind == FormulaKinds.Plain) return parts[0];
        if (FormulaKinds.Find(Kind) is not { } kind) return null;
        if (kind.Group)
        {
            var over = new JsonObject { [Kind] = Group };
            if (Kind == "sum") over["of"] = parts[0];
            if (Where is not null) over["where"] = Where.DeepClone();
            return over;
        }

        if (kind.Alone) return new JsonObject { [Kind] = parts[0] };
        if (kind.Rounds) parts.Add(Rounding);
        if (kind.Rounds && int.TryParse(Places, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var places)) parts.Add(places);
        if (Kind == "in") parts.Add(new JsonArray([.. Codes.Select(c => (JsonNode?)c)]));
        if (Kind == "matches") parts.Add(Pattern);
        return new JsonObject { [Kind] = new JsonArray([.. parts]) };
    }

    /// <summary>The step under a path such as <c>0.2.where</c>, with the group it speaks inside of; null when there is none.</summary>
    public static (JsonNode? Node, string? Group)? At(JsonNode? root, string path, string? group)
    {
        var at = root;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var read = Read(at);
            if (read.Group.Length > 0 && step is "where" or "0") group = read.Group;
            if (step == "where" && FormulaKinds.Find(read.Kind) is { Group: true }) at = read.Where;
            else if (read.Kind != FormulaKinds.Plain && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < read.Parts.Count) at = read.Parts[index];
            else return null;
        }

        return (at, group);
    }

    /// <summary>The whole with another step under the path.</summary>
    public static JsonNode? With(JsonNode? root, string path, JsonNode? node)
    {
        var steps = path.Split('.', 2, StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length == 0) return node?.DeepClone();
        var (read, rest) = (Read(root), steps.Length > 1 ? steps[1] : "");
        if (steps[0] == "where") return (read with { Where = With(read.Where, rest, node) }).Write();
        var index = int.Parse(steps[0], CultureInfo.InvariantCulture);
        return (read with { Parts = [.. read.Parts.Select((p, i) => i == index ? With(p, rest, node) : p)] }).Write();
    }
}
