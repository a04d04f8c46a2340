using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Conditions;

/// <summary>One comparison of a condition: 「配偶者」「である」「いる」.</summary>
internal sealed record Clause(string Question, string Is, IReadOnlyList<string> Values)
{
    public bool Equals(Clause? other) => other is not null && Question == other.Question && Is == other.Is && Values.Order(StringComparer.Ordinal).SequenceEqual(other.Values.Order(StringComparer.Ordinal));

    public override int GetHashCode() => HashCode.Combine(Question, Is, Values.Count);
}

/// <summary>What a condition compares, all together or any of them.</summary>
internal sealed record Clauses(bool Any, IReadOnlyList<Clause> Items);

/// <summary>What can be asked of an answer, by the kind of its question.</summary>
internal static class Comparisons
{
    private static readonly string[] Asked = ["answered", "unanswered"];
    private static readonly string[] Sizes = ["eq", "ne", "lt", "lte", "gt", "gte"];

    public static string[] Of(JsonObject question) => Definition.Type(question) switch
    {
        "choice" when question["options"] is JsonArray => ["is", "isNot", .. Asked],
        "choices" => ["includes", "includesNot", .. Asked],
        "yesNo" or "declaration" => ["is", "isNot"],
        "number" or "yen" => [.. Sizes, .. Asked],
        "date" => ["eq", "lt", "lte", "gt", "gte", .. Asked],
        _ => Asked,
    };

    public static bool TakesValue(string comparison) => !Asked.Contains(comparison);

    public static bool TakesMany(JsonObject question, string comparison) => Definition.Type(question) == "choice" && comparison is "is" or "isNot";
}
