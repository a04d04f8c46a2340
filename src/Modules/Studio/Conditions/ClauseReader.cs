using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Conditions;

/// <summary>Takes a condition apart into comparisons; null where it is finer than sentences can say.</summary>
internal sealed class ClauseReader(Func<string, JsonObject?> find)
{
    public Clauses? Read(JsonNode? condition)
    {
        if (condition is null || condition.GetValueKind() is JsonValueKind.True or JsonValueKind.False) return new Clauses(false, []);
        if (condition is JsonObject { Count: 1 } only && only.First() is { Key: "and" or "or", Value: JsonArray parts } several)
        {
            var read = parts.Select(One).ToList();
            return read.Contains(null) ? null : new Clauses(several.Key == "or", read!);
        }

        return One(condition) is { } clause ? new Clauses(false, [clause]) : null;
    }

    private Clause? One(JsonNode? node)
    {
        if (Reference(node) is { } yes) return Kind(yes) == "yesNo" ? new Clause(yes, "is", ["true"]) : null;
        if (node is not JsonObject { Count: 1 } only) return null;
        var (name, operand) = only.First();
        if (name == "not") return Opposite(operand);
        if (name == "exists") return Reference(operand) is { } asked && find(asked) is not null ? new Clause(asked, "answered", []) : null;
        if (operand is not JsonArray { Count: 2 } two || Reference(two[0]) is not { } id || find(id) is not { } question) return null;
        var clause = name switch
        {
            "eq" or "ne" when Definition.Type(question) is "choice" or "yesNo" or "declaration" => Literal(two[1]) is { } code ? new Clause(id, name == "eq" ? "is" : "isNot", [code]) : null,
            "in" => two[1] is JsonArray codes && codes.All(c => Literal(c) is not null) ? new Clause(id, "is", [.. codes.Select(c => Literal(c)!)]) : null,
            "includes" => Literal(two[1]) is { } code ? new Clause(id, "includes", [code]) : null,
            "eq" or "ne" or "lt" or "lte" or "gt" or "gte" => Literal(two[1]) is { } value ? new Clause(id, name, [value]) : null,
            _ => null,
        };
        return clause is not null && Comparisons.Of(question).Contains(clause.Is) ? clause : null;
    }

    private Clause? Opposite(JsonNode? node) => One(node) is { } clause ? clause.Is switch
    {
        "is" => clause with { Is = "isNot" },
        "includes" => clause with { Is = "includesNot" },
        "answered" => clause with { Is = "unanswered" },
        _ => null,
    } : null;

    private string Kind(string id) => find(id) is { } question ? Definition.Type(question) : "";

    private static string? Reference(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text is ['$', ..] && !text.Contains('.') ? text[1..] : null;

    private static string? Literal(JsonNode? node) => node is JsonValue value && !(value.TryGetValue<string>(out var text) && text is ['$', ..])
        ? value.GetValueKind() switch { JsonValueKind.String => value.GetValue<string>(), JsonValueKind.True => "true", JsonValueKind.False => "false", JsonValueKind.Number => value.ToJsonString(), _ => null }
        : null;
}
