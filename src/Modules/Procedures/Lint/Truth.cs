namespace Madoguchi.Procedures.Lint;

/// <summary>What is certain of a condition without any answers: by the codes of options and the limits of numbers. Unsure counts as neither.</summary>
internal sealed class Truth(Form form)
{
    /// <summary>Whether these conditions can never hold together.</summary>
    public bool IsImpossible(IReadOnlyList<JsonElement> all, string? group)
    {
        var flat = all.SelectMany(Flat).ToList();
        if (flat.Exists(c => IsFalse(c, group))) return true;
        var ranges = new Dictionary<string, Range>();
        foreach (var condition in flat)
        {
            if (Constraint(condition, group) is not { } found) continue;
            var range = ranges.GetValueOrDefault(found.Id) ?? Domain(found.Id, group);
            if (range is null) continue;
            ranges[found.Id] = range = range.And(found.Range);
            if (range.IsEmpty) return true;
        }

        return false;
    }

    public bool IsAlways(JsonElement condition, string? group)
    {
        if (condition.ValueKind == JsonValueKind.True) return true;
        if (Operator(condition) is not { } op) return false;
        return op.Name switch
        {
            "and" => op.Value.GetArrayLength() > 0 && op.Value.EnumerateArray().All(c => IsAlways(c, group)),
            "or" => op.Value.EnumerateArray().Any(c => IsAlways(c, group)) || Covers(op.Value, group),
            "not" => IsImpossible([op.Value], group),
            "in" => Constraint(condition, group) is { } found && Answered(found.Id, group) && Domain(found.Id, group) is { Codes: { } codes } && codes.IsSubsetOf(found.Range.Codes!),
            _ => false,
        };
    }

    private bool IsFalse(JsonElement condition, string? group)
    {
        if (condition.ValueKind == JsonValueKind.False) return true;
        if (Operator(condition) is not { } op) return false;
        return op.Name switch
        {
            "or" => op.Value.EnumerateArray().All(c => IsImpossible([c], group)),
            "not" => IsAlways(op.Value, group),
            "in" => op.Value[1].ValueKind == JsonValueKind.Array && op.Value[1].GetArrayLength() == 0,
            "lt" or "gt" or "ne" => op.Value.ValueKind == JsonValueKind.Array && op.Value.GetArrayLength() == 2 && Id(op.Value[0]) is { } id && op.Name != "ne" && Id(op.Value[1]) == id,
            _ => false,
        };
    }

    /// <summary>All options of a choice that is always answered, one after the other.</summary>
    private bool Covers(JsonElement either, string? group)
    {
        string? id = null;
        var codes = new HashSet<string>();
        foreach (var part in either.EnumerateArray())
        {
            if (Constraint(part, group) is not { Range.Codes: { } some } found || (id ?? found.Id) != found.Id) return false;
            id = found.Id;
            codes.UnionWith(some);
        }

        return id is not null && Answered(id, group) && Domain(id, group) is { Codes: { } all } && all.IsSubsetOf(codes);
    }

    private static IEnumerable<JsonElement> Flat(JsonElement condition) =>
        Operator(condition) is { Name: "and" } op && op.Value.ValueKind == JsonValueKind.Array ? op.Value.EnumerateArray().SelectMany(Flat) : [condition];

    private (string Id, Range Range)? Constraint(JsonElement condition, string? group)
    {
        if (Operator(condition) is not { } op || op.Value.ValueKind != JsonValueKind.Array || op.Value.GetArrayLength() < 2) return null;
        if (Id(op.Value[0]) is not { } id || Find(id, group) is null) return null;
        var right = op.Value[1];
        switch (op.Name)
        {
            case "eq" when right.ValueKind == JsonValueKind.String && right.GetString() is { } code and not (['$', ..] or ['@', ..]):
                return (id, Range.OfCodes([code]));
            case "eq" when right.ValueKind is JsonValueKind.True or JsonValueKind.False:
                return (id, Range.OfCodes([right.GetRawText()]));
            case "in" when right.ValueKind == JsonValueKind.Array:
                return (id, Range.OfCodes([.. right.EnumerateArray().Select(c => c.ToString())]));
            case "eq" when Number(right) is { } n: return (id, new Range(null, n, n));
            case "lt" when Number(right) is { } n: return (id, new Range(null, null, n, MaxIsOut: true));
            case "lte" when Number(right) is { } n: return (id, new Range(null, null, n));
            case "gt" when Number(right) is { } n: return (id, new Range(null, n, null, MinIsOut: true));
            case "gte" when Number(right) is { } n: return (id, new Range(null, n, null));
            case "between" when Number(right) is { } n && op.Value.GetArrayLength() == 3 && Number(op.Value[2]) is { } m: return (id, new Range(null, n, m));
            default: return null;
        }
    }

    private Range? Domain(string id, string? group) => Find(id, group) switch
    {
        { Type: QuestionType.Choice, OptionsAreSessions: false } q => Range.OfCodes([.. q.Options.Select(o => o.Code)]),
        { Type: QuestionType.YesNo } => Range.OfCodes(["true", "false"]),
        { Type: QuestionType.Declaration } => Range.OfCodes(["true"]),
        { Type: QuestionType.Number or QuestionType.Yen } q => new Range(null, q.Min, q.Max),
        { Type: QuestionType.Text } => new Range(null, null, null),
        _ => null,
    };

    private bool Answered(string id, string? group) => Find(id, group) is { Required: true } q && q.VisibleWhen is null
        && (group is not null || form.Pages.Any(p => p.VisibleWhen is null && p.Questions.Contains(q)));

    private Question? Find(string id, string? group) => (group is null ? null : form.Question($"{group}.{id}")) ?? form.Question(id);

    private static (string Name, JsonElement Value)? Operator(JsonElement condition) =>
        condition.ValueKind == JsonValueKind.Object && condition.EnumerateObject().ToList() is [var only] ? (only.Name, only.Value) : null;

    private static string? Id(JsonElement reference) => reference.ValueKind == JsonValueKind.String && reference.GetString() is ['$', ..] text && !text.Contains('.') ? text[1..] : null;

    private static decimal? Number(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) ? number : null;

    /// <summary>What an answer can be: some codes, or numbers between two ends.</summary>
    private sealed record Range(HashSet<string>? Codes, decimal? Min, decimal? Max, bool MinIsOut = false, bool MaxIsOut = false)
    {
        public bool IsEmpty => Codes is { Count: 0 } || Min > Max || (Min == Max && Min is not null && (MinIsOut || MaxIsOut));

        public static Range OfCodes(HashSet<string> codes) => new(codes, null, null);

        public Range And(Range other)
        {
            var codes = Codes is null ? other.Codes : other.Codes is null ? Codes : [.. Codes.Intersect(other.Codes)];
            var (min, minIsOut) = Min is null || other.Min > Min ? (other.Min, other.MinIsOut) : Min == other.Min ? (Min, MinIsOut || other.MinIsOut) : (Min, MinIsOut);
            var (max, maxIsOut) = Max is null || other.Max < Max ? (other.Max, other.MaxIsOut) : Max == other.Max ? (Max, MaxIsOut || other.MaxIsOut) : (Max, MaxIsOut);
            return new Range(codes, min, max, minIsOut, maxIsOut);
        }
    }
}
