namespace Madoguchi.Procedures.Domain.Trying;

/// <summary>Answers what is asked until nothing new is asked and nothing is wrong.</summary>
internal sealed class RandomFilling(Form form, Hints hints, RandomAnswer draw, DateOnly today, Random random)
{
    private const int MostRounds = 400;
    private const int MostTries = 14;

    private readonly JsonObject example = form.Example(today);

    /// <summary>How often answers were judged.</summary>
    public int Judged { get; private set; }

    /// <summary>Ids of the questions that no answer was found for in the last run that failed.</summary>
    public IReadOnlyList<string> Stuck { get; private set; } = [];

    /// <summary>Answers the rules allow, up to the check page or an exit; null when none were found.</summary>
    public Checked? Fill(JsonObject answers)
    {
        var asked = answers.Select(a => a.Key).ToHashSet();
        var tries = new Dictionary<string, int>();
        for (var round = 0; round < MostRounds; round++)
        {
            var judged = Judge(answers);
            var fresh = judged.Visible.Where(k => !k.Contains('[') && asked.Add(k)).ToList();
            foreach (var id in fresh) Ask(answers, form.Question(id)!, judged.Required.Contains(id));
            if (fresh.Count > 0) continue;

            var wrong = judged.Errors.Where(e => e.Code != "answer.exit").Select(e => e.Field).Distinct().ToList();
            if (wrong.Count == 0 && (judged.Exit is null || !Turns(answers, judged.Exit, tries))) return judged;
            foreach (var field in wrong) Mend(answers, field, tries[field] = tries.GetValueOrDefault(field) + 1, judged.Required.Contains(field));
            if (wrong.Find(f => tries[f] > MostTries) is null) continue;
            Stuck = [.. wrong.Where(f => tries[f] > MostTries).Select(f => f.Split('[')[0])];
            return null;
        }

        Stuck = [];
        return null;
    }

    private Checked Judge(JsonObject answers)
    {
        Judged++;
        return form.Validate(JsonSerializer.SerializeToElement(answers), today);
    }

    private void Ask(JsonObject answers, Question question, bool required)
    {
        if (required || random.Next(10) < 7) draw.Put(answers, question);
    }

    // Every second time an exit is the end; else another answer leads past it.
    private bool Turns(JsonObject answers, FormExit exit, Dictionary<string, int> tries)
    {
        var turned = tries[exit.Id] = tries.GetValueOrDefault(exit.Id) + 1;
        if ((turned == 1 && random.Next(2) == 0) || turned > MostTries || form.Question(exit.Question) is not { } question) return false;
        draw.Put(answers, question);
        return true;
    }

    private void Mend(JsonObject answers, string field, int tried, bool required)
    {
        var (id, index, inner) = Place(field);
        // Two answers that do not go together: perhaps it is the other one. What need not be answered may be left out.
        if (tried % 3 == 2 && hints.Beside(inner ?? id) is { Count: > 0 } others && form.Question(others[random.Next(others.Count)]) is { } other) draw.Put(answers, other);
        if (tried > MostTries / 2 && !required && index is null && answers.Remove(id)) return;
        if (index is null || answers[id] is not JsonArray items || index >= items.Count || items[index.Value] is not JsonObject item || form.Question(id) is not { } group)
        {
            Again(answers, Named(id, form.Question), example, tried);
            return;
        }

        Again(item, Named(inner!, i => form.Question($"{group.Id}.{i}")), (example[id] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(), tried);
    }

    private void Again(JsonObject answers, Question? question, JsonObject? sample, int tried)
    {
        if (question is null) return;
        // The sample of the definition keeps its rules: it helps where chance does not find the way, such as a pattern.
        if (tried % 4 == 3 && sample?[question.Id] is { } known) answers[question.Id] = known.DeepClone();
        else draw.Put(answers, question);
    }

    private static (string Id, int? Index, string? Inner) Place(string field)
    {
        var (open, close) = (field.IndexOf('[', StringComparison.Ordinal), field.IndexOf(']', StringComparison.Ordinal));
        if (open < 0 || close < open || close + 2 > field.Length || !int.TryParse(field.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return (open < 0 ? field : field[..open], null, null);
        return (field[..open], index, field[(close + 2)..]);
    }

    // kindOther, paperLater: the question they belong to.
    private static Question? Named(string id, Func<string, Question?> find) => find(id) ?? (id.Length > 5 ? find(id[..^5]) : null);
}
