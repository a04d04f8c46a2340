using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Checking;

/// <summary>One-press mends: only where there is one way to put it right.</summary>
internal static class Mending
{
    private static readonly Dictionary<string, string> Autocomplete = new()
    {
        ["person.name"] = "name", ["person.birthDate"] = "bday", ["person.address"] = "street-address", ["person.telephone"] = "tel", ["person.email"] = "email",
        ["person.sex"] = "sex", ["organization.name"] = "organization", ["organization.number"] = "off", ["organization.address"] = "street-address",
    };

    /// <summary>Key of the words of the mend, or null.</summary>
    public static string? Of(DefinitionFinding found) => found.Code switch
    {
        "example-answers" => "example",
        "access-label" when found.Place.EndsWith(".label", StringComparison.Ordinal) => "label",
        "access-options" when found.Place.EndsWith(".display", StringComparison.Ordinal) => "display",
        "access-autocomplete" when !found.Reason.StartsWith("autocomplete は", StringComparison.Ordinal) => "autocomplete",
        "known-keyword" => "keywords",
        "condition-always" when found.Place.EndsWith(".visibleWhen", StringComparison.Ordinal) => "condition",
        _ => null,
    };

    public static Result Mend(Definition definition, DefinitionFinding found, IDirectory directory)
    {
        var place = Places.Of(found.Place, definition);
        var key = place is null || place.Href.IndexOf('/', StringComparison.Ordinal) < 0 ? "" : place.Href[(place.Href.LastIndexOf('/') + 1)..];
        var question = definition.Question(key)?.Question;
        var (label, prefill) = (question?["label"], question?["prefill"]?.ToString());
        switch (Of(found))
        {
            case "example" when question is not null:
                Samples.Put(definition, key, question, directory);
                return Result.Ok;
            case "label" when question is not null && label is not null:
                Relabel(question, label);
                return Result.Ok;
            case "display" when question is not null:
                question["display"] = "select";
                return Result.Ok;
            case "autocomplete" when question is not null && prefill is not null && Autocomplete.TryGetValue(prefill, out var token):
                question["autocomplete"] = token;
                return Result.Ok;
            case "keywords" when definition.Root["keywords"] is JsonArray words:
                definition.Root["keywords"] = new JsonArray([.. words.Select(w => w!.ToString()).Distinct().Select(w => JsonValue.Create(w))]);
                return Result.Ok;
            case "condition":
                (question ?? definition.Page(key))?.Remove("visibleWhen");
                return Result.Ok;
            default:
                return Refusals.Gone;
        }
    }

    // 「氏名（必須）：」 → 「氏名」
    private static void Relabel(JsonObject question, JsonNode label)
    {
        var plain = Phrases.Ja(label).Replace("（必須）", "", StringComparison.Ordinal).Replace("(必須)", "", StringComparison.Ordinal).Replace("必須", "", StringComparison.Ordinal).TrimEnd(':', '：', '*', '＊', ' ', '　');
        if (label is JsonObject many) many["ja"] = plain.Length == 0 ? "設問" : plain;
        else question["label"] = plain.Length == 0 ? "設問" : plain;
    }
}
