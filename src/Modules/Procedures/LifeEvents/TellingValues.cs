namespace Madoguchi.Procedures.LifeEvents;

/// <summary>
/// The answers worth trying: every option, yes and no; of numbers and dates those at which a comparison of the file turns,
/// one below, on and above it.
/// </summary>
internal sealed class TellingValues
{
    private readonly HashSet<(decimal Number, char Unit)> turns = [];
    private readonly HashSet<DateOnly> days = [];
    private readonly DateOnly today;

    public TellingValues(LifeEvent life, DateOnly today)
    {
        this.today = today;
        foreach (var condition in life.Conditions) Collect(condition);
    }

    public IReadOnlyList<Value> Of(Question question)
    {
        IEnumerable<Value> values = question.Type switch
        {
            QuestionType.YesNo => [Value.True, Value.False],
            QuestionType.Choice => question.Options.Select(o => Value.Of(o.Code)),
            QuestionType.Choices => Subsets([.. question.Options.Select(o => o.Code)], question),
            QuestionType.Number => Numbers(question),
            _ => Dates(),
        };
        return question.Required ? [.. values] : [Value.Absent, .. values];
    }

    private static IEnumerable<Value> Subsets(string[] codes, Question question)
    {
        for (var bits = 1; bits < 1 << codes.Length; bits++)
        {
            List<string> ticked = [.. codes.Where((_, i) => (bits & (1 << i)) != 0)];
            if (!(ticked.Count < question.Min) && !(ticked.Count > question.Max)) yield return Value.OfList(ticked);
        }
    }

    private IEnumerable<Value> Numbers(Question question)
    {
        var (min, max) = (question.Min ?? 0, question.Max ?? decimal.MaxValue);
        return turns.Where(t => t.Unit == ' ').SelectMany(t => new[] { t.Number - 1, t.Number, t.Number + 1 }).Append(min).Append(min + 1)
            .Where(n => n >= min && n <= max).Distinct().Order().Select(Value.Of);
    }

    private IEnumerable<Value> Dates()
    {
        var apart = turns.Where(t => t.Unit != ' ').SelectMany(t => new[] { Moved(t.Unit, -(int)t.Number), Moved(t.Unit, (int)t.Number) });
        return apart.Concat(days).Append(today).SelectMany(d => new[] { d.AddDays(-1), d, d.AddDays(1) }).Distinct().Order().Select(Value.Of);
    }

    private DateOnly Moved(char unit, int amount) => new RelativeDate(amount, unit).On(today);

    private void Collect(JsonElement condition)
    {
        if (condition.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in condition.EnumerateArray()) Collect(part);
        }
        else if (condition.ValueKind == JsonValueKind.Object)
        {
            foreach (var operation in condition.EnumerateObject())
            {
                if (operation.Name is "and" or "or" or "not" or "if") Collect(operation.Value);
                else Note(condition);
            }
        }
    }

    /// <summary>A comparison: its numbers, in the unit its operators count in, and its days.</summary>
    private void Note(JsonElement comparison)
    {
        var parts = Parts(comparison).ToList();
        var units = parts.Select(p => p.Operator switch { "age" or "dayReaching" or "fiscalYearEndAfter" => 'y', "months" or "addMonths" => 'm', "days" or "addDays" => 'd', _ => ' ' }).Where(u => u != ' ').Distinct().DefaultIfEmpty(' ').ToList();
        foreach (var (_, leaf) in parts)
        {
            if (leaf.ValueKind == JsonValueKind.Number && leaf.TryGetDecimal(out var number)) turns.UnionWith(units.Select(u => (number, u)));
            if (leaf.ValueKind != JsonValueKind.String) continue;
            if (RelativeDate.TryParse(leaf.GetString()!, out var relative)) days.Add(relative.On(today));
            else if (DateOnly.TryParseExact(leaf.GetString(), "yyyy-MM-dd", out var day)) days.Add(day);
        }
    }

    private static IEnumerable<(string? Operator, JsonElement Leaf)> Parts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Parts(p.Value).Prepend((p.Name, default))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Parts),
        _ => [(null, element)],
    };
}
