using Madoguchi.Procedures.Domain.Letters;

namespace Madoguchi.Procedures.Lint;

/// <summary>The example can be posted, and every way to end is tried with its own: the result is complete and each letter is whole.</summary>
internal sealed class ResultRules(ProcedureEdition edition, ILetterTrial letters)
{
    // Any day will do: examples are relative to it.
    private static readonly DateOnly Day = new(2026, 11, 20);

    // The example must be postable on any day; a few are enough here, tests try many.
    private static readonly DateOnly[] Days = [new(2026, 4, 1), new(2027, 2, 28), new(2028, 2, 29), Day];

    private readonly List<Found> found = [];

    public IReadOnlyList<Found> Run()
    {
        foreach (var day in Days)
        {
            using var example = JsonDocument.Parse(edition.Form.Example(day).ToJsonString());
            foreach (var error in edition.Form.Validate(example.RootElement, day).Errors.DistinctBy(e => e.Field))
                Fault($"$.example.{error.Field}", "example-answers", $"見本の答えが、この定義では受け付けられません({error.Code})。見本か条件を直してください。");
        }

        using var answers = JsonDocument.Parse(edition.Form.Example(Day).ToJsonString());
        foreach (var ending in Ending.Of(edition))
        {
            if (ending.Check(edition, answers.RootElement, Day) is not { } result)
                Fault($"{ending.Place}.example", "example-missing", "結果の例(example)がありません。担当者が入れる項目の値を書いてください。計算で決まる項目は要りません。");
            else
                foreach (var error in result.Errors)
                    Fault($"{ending.Place}.example{error.Field["result".Length..]}", "example-result", $"結果の例が項目に合いません({error.Code})。");
        }

        foreach (var trial in Trials.Of(edition, Day))
            foreach (var fault in letters.Try(trial))
                Fault($"$.notices.{trial.Notice.Name}.{fault.Place}", "letter", $"通知を書き上げられません: {fault.Reason}");
        return found;
    }

    private void Fault(string place, string code, string reason)
    {
        var one = new Found(place, code, Severity.Fault, reason);
        if (!found.Contains(one)) found.Add(one);
    }
}
