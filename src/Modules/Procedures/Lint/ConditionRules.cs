namespace Madoguchi.Procedures.Lint;

/// <summary>Conditions that can never hold or always do, and pages nobody reaches; only where it is certain.</summary>
internal static class ConditionRules
{
    public static IEnumerable<Found> Run(LintSubject subject)
    {
        var truth = new Truth(subject.Edition.Form);
        string? ended = null;
        foreach (var (page, place) in subject.Pages)
        {
            if (ended is not null) yield return Found.Fault(place, "page-unreachable", $"前のページの {ended} で必ず終わるので、だれもここに来ません。条件を直すか、ページを消してください。");
            JsonElement? pageWhen = page.TryGetProperty("visibleWhen", out var when) ? when : null;
            foreach (var found in Judge(truth, pageWhen, null, $"{place}.visibleWhen", page: true)) yield return found;
            foreach (var (question, at, group) in LintSubject.Of(page, place))
            {
                if (question.TryGetProperty("visibleWhen", out var own))
                {
                    foreach (var found in Judge(truth, own, group, $"{at}.visibleWhen")) yield return found;
                    if (pageWhen is { } outer && group is null && !truth.IsImpossible([own], group) && !truth.IsImpossible([outer], null) && truth.IsImpossible([outer, own], null))
                        yield return Found.Fault($"{at}.visibleWhen", "condition-impossible", "ページの条件と両立しないので、現れることがありません。");
                }

                if (question.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.Object)
                    foreach (var found in Judge(truth, required, group, $"{at}.required")) yield return found;
                foreach (var key in (string[])["checks", "warnings"])
                    foreach (var found in Rules(truth, question, key, group, at)) yield return found;
            }

            foreach (var found in Rules(truth, page, "exits", null, place))
            {
                if (found.Code == "condition-always") ended = found.Place;
                yield return found;
            }
        }

        foreach (var (document, i) in subject.Root.GetProperty("requiredDocuments").EnumerateArray().Select((d, i) => (d, i)))
            if (document.TryGetProperty("when", out var when))
                foreach (var found in Judge(truth, when, null, $"$.requiredDocuments[{i}].when")) yield return found;
    }

    private static IEnumerable<Found> Rules(Truth truth, JsonElement of, string key, string? group, string place) =>
        !of.TryGetProperty(key, out var rules) ? [] : rules.EnumerateArray().SelectMany((rule, i) => rule.TryGetProperty("when", out var when) ? Judge(truth, when, group, $"{place}.{key}[{i}].when") : []);

    private static IEnumerable<Found> Judge(Truth truth, JsonElement? when, string? group, string place, bool page = false)
    {
        if (when is not { } condition) yield break;
        if (truth.IsImpossible([condition], group)) yield return Found.Fault(place, page ? "page-unreachable" : "condition-impossible", "この条件が成り立つことはありません。条件を直すか、消してください。");
        else if (truth.IsAlways(condition, group)) yield return Found.Fault(place, "condition-always", "この条件は必ず成り立ちます。条件を直すか、消してください。");
    }
}
