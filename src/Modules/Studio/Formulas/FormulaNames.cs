using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Formulas;

/// <summary>What a calculation may name: answers, other calculations, values of the city.</summary>
internal sealed class FormulaNames(Definition definition, Localizer text)
{
    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["name"] = ["family", "given", "familyKana", "givenKana", "oldName", "alias"], ["address"] = ["postalCode", "prefecture", "city", "town", "street", "building"],
        ["bank"] = ["bankCode", "branchCode", "type", "number", "holderKana"], ["period"] = ["from", "to"], ["mapPoint"] = ["lat", "lng", "text"],
    };

    /// <summary>Groups and tables.</summary>
    public IReadOnlyList<Choice> Groups => [.. definition.Questions().Where(q => Definition.Inner(q.Question) is not null).Select(q => new Choice(q.Key, definition.Label(q.Question)))];

    /// <param name="group">Inside its items; those of the form behind them.</param>
    /// <param name="but">The calculation that is asked for: it cannot name itself.</param>
    public IReadOnlyList<Choice> In(string? group, JsonObject but)
    {
        var names = new List<Choice>();
        var own = new HashSet<string>();
        if (group is not null && definition.Question(group) is { } held)
        {
            foreach (var inner in Definition.Inner(held.Question)?.OfType<JsonObject>() ?? []) Add(inner, $"{definition.Label(held.Question)}の");
            foreach (var computed in (held.Question["computed"] as JsonArray ?? []).OfType<JsonObject>().Where(c => c != but)) AddComputed(computed);
        }

        foreach (var (_, page, question) in definition.Questions().Where(q => !q.Key.Contains('.'))) Add(question, $"{Phrases.Ja(page["title"])}：");
        foreach (var computed in (definition.Root["form"]!["computed"] as JsonArray ?? []).OfType<JsonObject>().Where(c => c != but)) AddComputed(computed);
        foreach (var (key, value) in definition.Root["values"] as JsonObject ?? []) names.Add(new Choice($"$values.{key}", text["staff.studio.formula.value", ("name", key), ("value", value?.ToString() ?? "")]));
        return names;

        void Add(JsonObject question, string before)
        {
            var (id, type) = (Definition.Id(question), Definition.Type(question));
            if (type == "info" || !own.Add(id)) return;
            names.Add(new Choice($"${id}", text["staff.studio.formula.answer", ("name", before + definition.Label(question)), ("type", text[$"staff.studio.type.{type}"])]));
            foreach (var part in Parts.GetValueOrDefault(type) ?? []) names.Add(new Choice($"${id}.{part}", text["staff.studio.formula.part", ("name", before + definition.Label(question)), ("part", text[$"condition.part.{part}"])]));
            if (type == "choice" && question["other"]?.GetValueKind() == JsonValueKind.True) names.Add(new Choice($"${id}Other", text["staff.studio.formula.part", ("name", before + definition.Label(question)), ("part", text["staff.studio.formula.other"])]));
        }

        void AddComputed(JsonObject computed)
        {
            if (own.Add(Definition.Id(computed))) names.Add(new Choice($"${Definition.Id(computed)}", text["staff.studio.formula.computed", ("name", Phrases.Ja(computed["label"]))]));
        }
    }

    /// <summary>Answers to choose from where the first part names a choice.</summary>
    public IReadOnlyList<Choice> Options(JsonNode? subject, string? group)
    {
        if (subject is not JsonValue value || !value.TryGetValue<string>(out var reference) || reference is not ['$', ..]) return [];
        var asked = (group is null ? null : definition.Question($"{group}.{reference[1..]}")?.Question) ?? definition.Question(reference[1..])?.Question;
        return asked?["options"] is JsonArray options ? [.. options.OfType<JsonObject>().Select(o => new Choice(o["code"]!.ToString(), Phrases.Ja(o["label"])))] : [];
    }
}
