namespace Madoguchi.Studio.Merging;

/// <summary>What of a definition is merged field by field, and which lists have parts that are known by a name. All else (conditions, letters, amounts) is one value.</summary>
internal static class Shape
{
    /// <summary>Stands in a question that was lifted out of its page: the page's id.</summary>
    public const string Page = "@page";

    private static readonly HashSet<string> Records =
    [
        "words", "appeal", "period", "limits", "fee", "personalData", "retention", "documentNumber", "notices", "dispositions", "completion", "mails", "afterwards", "booking", "form", "values", "example",
    ];

    private static readonly HashSet<string> Maps = ["notices", "dispositions", "mails", "afterwards"];

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["pages"] = "id", ["questions"] = "id", ["columns"] = "id", ["exits"] = "id", ["phases"] = "id", ["reviewCriteria"] = "id", ["requiredDocuments"] = "id", ["computed"] = "id", ["result"] = "id",
        ["sessions"] = "id", ["options"] = "code", ["legalBasis"] = "law",
    };

    private static readonly HashSet<string> Words = ["keywords", "audience", "lifeEvents", "receiveBy", "unverified", "exportLayout", "accept"];

    private static readonly HashSet<string> Languages = ["ja", "en", "ja-easy"];

    public static bool IsRecord(IReadOnlyList<string> path, JsonObject theirs, JsonObject mine)
    {
        if (path.Count == 0) return true;
        var within = path.Count > 1 ? path[^2] : "";
        if (within == "example") return false;
        return Records.Contains(path[^1]) || Maps.Contains(within) || Keys.ContainsKey(within) || (IsPhrase(theirs) && IsPhrase(mine));
    }

    /// <summary>The name of a list's parts, such as their id; null when it is one value: it has none, or a name stands twice.</summary>
    public static Func<JsonNode?, string?>? NamesOf(IReadOnlyList<string> path, params ReadOnlySpan<JsonNode?> lists)
    {
        if (path.Count == 0 || (path.Count > 1 && path[^2] == "example")) return null;
        Func<JsonNode?, string?> name;
        if (Words.Contains(path[^1])) name = Text;
        else if (Keys.TryGetValue(path[^1], out var key)) name = item => item is JsonObject part ? Text(part[key]) : null;
        else return null;
        foreach (var list in lists)
            if (!AreNamed(list, name)) return null;
        return name;
    }

    /// <summary>Whether all parts have a name, each its own; what is not there has no parts.</summary>
    public static bool AreNamed(JsonNode? list, Func<JsonNode?, string?> name)
    {
        if (list is null) return true;
        if (list is not JsonArray parts) return false;
        var known = new HashSet<string>();
        return parts.All(p => name(p) is { } own && known.Add(own));
    }

    /// <summary>Which fields a part has follows from these: when one changes, its other fields are no longer what they were.</summary>
    public static bool ChangesKind(JsonObject? before, JsonObject theirs, JsonObject mine) =>
        ((string[])["type", "kind"]).Any(k => !JsonNode.DeepEquals(theirs[k], mine[k]) || (before is not null && !JsonNode.DeepEquals(before[k], mine[k])));

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool IsPhrase(JsonObject node) => node.Count > 0 && node.All(p => Languages.Contains(p.Key));
}
