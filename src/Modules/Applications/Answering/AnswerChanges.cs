using System.Text.Json;

namespace Madoguchi.Applications.Answering;

/// <summary>What changed between two sets of answers, in the words people read.</summary>
internal static class AnswerChanges
{
    public static IReadOnlyList<AnswerChange> Between(ProcedureEdition edition, string before, string after, DateOnly arrivedOn)
    {
        var old = Shown(edition, before, arrivedOn);
        var now = Shown(edition, after, arrivedOn);
        return [.. now.Where(n => old.GetValueOrDefault(n.Key).Value != n.Value.Value)
            .Select(n => new AnswerChange(n.Key, n.Value.Label, old.GetValueOrDefault(n.Key).Value ?? "", n.Value.Value))
            .Concat(old.Where(o => !now.ContainsKey(o.Key)).Select(o => new AnswerChange(o.Key, o.Value.Label, o.Value.Value, "")))];
    }

    private static Dictionary<string, (string Label, string Value)> Shown(ProcedureEdition edition, string answers, DateOnly arrivedOn)
    {
        using var document = JsonDocument.Parse(answers);
        return edition.Form.Show(document.RootElement, arrivedOn, Language.Ja).SelectMany(p => p.Answers)
            .Where(a => a.Question is not null && a.Answered)
            .ToDictionary(a => a.Key, a => ($"{a.Item}{(a.Item is null ? "" : " ")}{a.Label}", a.Value.ToString()));
    }
}
