using Madoguchi.Studio.Conditions;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Formulas;

/// <summary>Where a calculation or a rule is kept.</summary>
/// <param name="Kind">Such as <c>computed</c>, <c>check</c>; those of conditions too.</param>
/// <param name="Id">Which of them.</param>
/// <param name="Holder">The thing it belongs to.</param>
/// <param name="Key">Under which it is kept there.</param>
/// <param name="Group">Id of the group it speaks inside of, or null.</param>
/// <param name="Back">The page it is reached from, inside the draft.</param>
internal sealed record FormulaPlace(string Kind, string Id, JsonObject Holder, string Key, string Name, string? Group, string Back)
{
    public string Href => $"formula/{Kind}/{Id}";

    public JsonNode? Node => Holder[Key];

    /// <summary>Whether it may be left out: then the officer types it, or nothing is limited.</summary>
    public bool MayGo => Kind is "result" or "where" or "min" or "max" || (Kind == "amount" && Node is JsonObject or JsonValue { } && Node?.GetValueKind() != JsonValueKind.Number);

    public static FormulaPlace? Find(Definition definition, string kind, string id)
    {
        switch (kind)
        {
            case "computed" when definition.Computed(id) is { } computed:
                return new FormulaPlace(kind, id, computed.Item, "value", $"計算「{Phrases.Ja(computed.Item["label"])}」", id.Contains('.') ? id.Split('.')[0] : null, $"edit/computed/{id}");
            case "amount" when id == "fee" && definition.Root["fee"] is JsonObject fee:
                return new FormulaPlace(kind, id, fee, "amount", "手数料の額", null, "edit/facts/fee");
            case "result" or "where" when definition.Result(id) is { } result:
                var rows = (kind == "where" ? result.Item["rows"] : result.Table?["rows"])?.ToString();
                return kind == "where" && rows is null ? null : new FormulaPlace(kind, id, result.Item, kind == "where" ? "where" : "value", $"結果の項目「{Phrases.Ja(result.Item["label"])}」", rows, $"edit/result/{id}");
            case "min" or "max" when definition.Question(id) is { } asked && Definition.Type(asked.Question) is "date" or "period":
                return new FormulaPlace(kind, id, asked.Question, kind, $"設問「{definition.Label(asked.Question)}」の{(kind == "min" ? "下限" : "上限")}", GroupOf(id), $"edit/question/{id}");
            case "check" or "warning" when id.LastIndexOf('-') is > 0 and var dash && definition.Question(id[..dash]) is { } ruled
                && int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ruled.Question[kind + "s"] is JsonArray rules && number < rules.Count && rules[number] is JsonObject rule:
                return new FormulaPlace(kind, id, rule, "when", $"設問「{definition.Label(ruled.Question)}」の{(kind == "check" ? "誤り" : "注意")}の決まり{number + 1}", GroupOf(id[..dash]), $"edit/question/{id[..dash]}");
            default:
                return ConditionOf.Find(definition, kind, id) is { } of ? new FormulaPlace(kind, id, of.Holder, of.Key, of.Name, of.Group, $"condition/{kind}/{id}") : null;
        }
    }

    /// <summary>Calculations and rules that stand on the form of a thing, each with what it is called there.</summary>
    public static IEnumerable<(string Word, FormulaPlace Place)> Of(Definition definition, Thing thing)
    {
        string[] kinds = thing.Kind switch { "question" => ["min", "max"], "computed" => ["computed"], "result" => ["result", "where"], "facts" when thing.Key == "fee" => ["amount"], _ => [] };
        foreach (var kind in kinds)
            if (Find(definition, kind, kind == "amount" ? "fee" : thing.Key) is { } place && (kind is not ("min" or "max") || place.Node is JsonObject) && (kind != "amount" || thing.Object["fee"]?["kind"]?.ToString() == "fixed")) yield return (kind, place);
        if (thing.Kind != "question") yield break;
        foreach (var kind in (string[])["check", "warning"])
            for (var i = 0; i < (thing.Object[kind + "s"] as JsonArray ?? []).Count; i++)
                if (Find(definition, kind, $"{thing.Key}-{i}") is { } rule) yield return (kind, rule);
    }

    private static string? GroupOf(string key) => key.Contains('.') ? key.Split('.')[0] : null;
}
