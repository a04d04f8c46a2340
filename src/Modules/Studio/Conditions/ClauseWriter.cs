using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Conditions;

/// <summary>Puts comparisons together as a condition; null when there are none.</summary>
internal static class ClauseWriter
{
    public static JsonNode? Write(Clauses clauses, Func<string, JsonObject?> find) => clauses.Items.Count switch
    {
        0 => null,
        1 => One(clauses.Items[0], find(clauses.Items[0].Question)!),
        _ => new JsonObject { [clauses.Any ? "or" : "and"] = new JsonArray([.. clauses.Items.Select(c => One(c, find(c.Question)!))]) },
    };

    private static JsonObject One(Clause clause, JsonObject question)
    {
        var reference = "$" + clause.Question;
        JsonNode Value(string typed) => Definition.Type(question) switch
        {
            "yesNo" or "declaration" => typed == "true",
            "number" or "yen" when decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => typed,
        };
        JsonObject Two(string name) => new() { [name] = new JsonArray(reference, Value(clause.Values[0])) };
        return clause.Is switch
        {
            "answered" => new JsonObject { ["exists"] = reference },
            "unanswered" => Not(new JsonObject { ["exists"] = reference }),
            "is" when clause.Values.Count > 1 => In(reference, clause.Values),
            "isNot" when clause.Values.Count > 1 => Not(In(reference, clause.Values)),
            "is" => Two("eq"),
            "isNot" => Two("ne"),
            "includesNot" => Not(Two("includes")),
            _ => Two(clause.Is),
        };
    }

    private static JsonObject In(string reference, IEnumerable<string> codes) => new() { ["in"] = new JsonArray(reference, new JsonArray([.. codes.Select(c => JsonValue.Create(c))])) };

    private static JsonObject Not(JsonNode condition) => new() { ["not"] = condition };
}
