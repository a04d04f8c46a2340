using System.Runtime.InteropServices;
using System.Text.Json;

namespace Madoguchi.Applications.Figures;

/// <summary>Counts answers to the questions of an edition that can be counted: options, yes and no, numbers.</summary>
internal sealed class AnswerTally(ProcedureEdition edition)
{
    private readonly List<Question> questions =
    [
        .. edition.Form.Pages.SelectMany(p => p.Questions)
            .Where(q => q.Type is QuestionType.Choice or QuestionType.Choices or QuestionType.YesNo or QuestionType.Number or QuestionType.Yen),
    ];

    private readonly Dictionary<(string Question, string Option), int> chosen = [];
    private readonly Dictionary<string, List<decimal>> numbers = [];
    private readonly Dictionary<string, int> answered = [];

    public int Matters { get; private set; }

    public void Add(JsonElement answers)
    {
        Matters++;
        foreach (var question in questions)
        {
            if (!answers.TryGetProperty(question.Id, out var answer)) continue;
            var counted = false;
            foreach (var option in Options(answer))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(chosen, (question.Id, option), out _)++;
                counted = true;
            }

            if (answer.ValueKind == JsonValueKind.Number && answer.TryGetDecimal(out var number))
            {
                if (!numbers.TryGetValue(question.Id, out var list)) numbers[question.Id] = list = [];
                list.Add(number);
                counted = true;
            }

            if (counted) CollectionsMarshal.GetValueRefOrAddDefault(answered, question.Id, out _)++;
        }
    }

    public IReadOnlyList<QuestionFigure> Figures() => [.. questions.Select(FigureOf)];

    private static IEnumerable<string> Options(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.String => [answer.GetString()!],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        JsonValueKind.Array => answer.EnumerateArray().Where(o => o.ValueKind == JsonValueKind.String).Select(o => o.GetString()!),
        _ => [],
    };

    private QuestionFigure FigureOf(Question question)
    {
        var all = answered.GetValueOrDefault(question.Id);
        if (numbers.TryGetValue(question.Id, out var list))
        {
            list.Sort();
            return new(question.Short.Ja, all, [], (list[0], list[(list.Count - 1) / 2], list[^1]));
        }

        var known = Known(question).ToList();
        // What an older edition offered is counted too, by its code.
        var gone = chosen.Keys.Where(k => k.Question == question.Id && known.TrueForAll(o => o.Code != k.Option)).Select(k => (Code: k.Option, Label: LabelOf(question, k.Option))).OrderBy(o => o.Code, StringComparer.Ordinal);
        return new(question.Short.Ja, all, [.. known.Concat(gone).Select(o => new OptionFigure(o.Label, chosen.GetValueOrDefault((question.Id, o.Code))))], null);
    }

    private static IEnumerable<(string Code, string Label)> Known(Question question)
    {
        if (question.Type == QuestionType.YesNo) return [("true", question.Yes.Ja), ("false", question.No.Ja)];
        var options = question.Options.DistinctBy(o => o.Code).Select(o => (o.Code, o.Label.Ja));
        return question.Type is QuestionType.Choice or QuestionType.Choices ? options : [];
    }

    private string LabelOf(Question question, string code) => question.OptionsAreSessions ? Histories.SessionWords.Of(edition, code, Language.Ja) : code;
}
