using System.Diagnostics;
using System.Text.Json;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Time;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Procedures.Domain.Forms;
using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Forms;

/// <summary>The engine alone: compiling, judging everything, judging one change.</summary>
internal static class EngineBench
{
    private const int Rounds = 9;
    private static readonly DateOnly Day = new(2026, 11, 22);

    public static IEnumerable<Figure> Run(string library)
    {
        var definition = BigForm.Definition(library);
        var answers = BigForm.Answers();
        // The first is warm-up for all that is common; what is measured of compiling is the whole of it, parsing included.
        var form = Compile(definition);
        yield return new("F1", "compile 1,000 questions and 300 rules", Median(1, () => Compile(definition)), 300, "ms");

        using var whole = JsonDocument.Parse(answers.ToJsonString());
        var judged = form.Validate(whole.RootElement, Day);
        if (!judged.Valid || judged.Visible.Count != 1000) throw new InvalidOperationException($"{judged.Errors.Count} errors, {judged.Visible.Count} visible questions");
        yield return new("F2", "validate a full submission", Median(20, () => form.Validate(whole.RootElement, Day)), 3, "ms");

        answers["q500"] = false;
        using var changed = JsonDocument.Parse(answers.ToJsonString());
        var page = form.ValidatePage("p25", changed.RootElement, Day);
        if (page.Visible.Count != 999) throw new InvalidOperationException($"{page.Visible.Count} visible questions after a change");
        yield return new("F3", "evaluate a change", Median(20, () => form.ValidatePage("p25", changed.RootElement, Day)), 5, "ms");
    }

    private static Form Compile(string definition)
    {
        var (edition, faults) = DefinitionReader.Read("big.json", definition, 1, new FormContext("みなと台市", "潮見県", new BusinessCalendar()));
        return edition?.Form ?? throw new InvalidOperationException(string.Join('\n', faults.Found.Take(5)));
    }

    /// <summary>Milliseconds of one call: the median of rounds after two that do not count.</summary>
    private static double Median(int calls, Action call)
    {
        var times = new List<double>();
        for (var round = -2; round < Rounds; round++)
        {
            var watch = Stopwatch.GetTimestamp();
            for (var i = 0; i < calls; i++) call();
            if (round >= 0) times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds / calls);
        }

        times.Sort();
        return times[Rounds / 2];
    }
}
