namespace Madoguchi.Procedures.Domain.Trying;

/// <summary>Draws days: near those at which a condition turns, near the ends of what is allowed, or anywhere.</summary>
internal sealed class RandomDay(Hints hints, DateOnly today, Random random)
{
    public DateOnly Of(Question question)
    {
        var wanted = hints.Of(question.Id).SelectMany(h => Turning(h, question.Birth)).ToList();
        if (wanted.Count > 0 && random.Next(3) > 0) return wanted[random.Next(wanted.Count)];
        var (least, most) = (Limit(question.Earliest), Limit(question.Latest) ?? (question.Birth ? today : null));
        return random.Next(5) switch
        {
            0 when least is { } first => first,
            1 when most is { } last => last,
            2 or 3 when least is { } first => first.AddDays(random.Next(Math.Max(1, (most is { } last ? last.DayNumber - first.DayNumber : 60) + 1))),
            2 or 3 when most is { } last => last.AddDays(-random.Next(question.Birth ? 80 * 365 : 60)),
            4 => today,
            _ => question.Birth ? today.AddYears(-random.Next(1, 90)).AddDays(-random.Next(365)) : today.AddDays(random.Next(-60, 61)),
        };
    }

    // What depends on other answers is left to chance: the rules say whether the day will do.
    private DateOnly? Limit(Expression? limit) => limit switch
    {
        Literal { Value: { Type: AnswerType.Date } value } => value.Date,
        Relative relative => relative.On(today),
        _ => null,
    };

    // A number beside a day is an age, or months or days between two.
    private IEnumerable<DateOnly> Turning(JsonElement hint, bool birth)
    {
        if (hint.ValueKind == JsonValueKind.String)
            return DateOnly.TryParseExact(hint.GetString(), "yyyy-MM-dd", out var day) ? [day, day.AddDays(1), day.AddDays(-1)]
                : RelativeDate.TryParse(hint.GetString()!, out var relative) ? [relative.On(today), relative.On(today).AddDays(1), relative.On(today).AddDays(-1)] : [];
        if (hint.ValueKind != JsonValueKind.Number || !hint.TryGetInt32(out var number) || number is < 0 or > 1200) return [];
        if (birth) return number > 130 ? [] : [today.AddYears(-number), today.AddYears(-number).AddDays(1), today.AddYears(-number).AddDays(2), today.AddYears(-number - 1)];
        return number > 130 ? [today.AddDays(number), today.AddDays(-number)] : [today.AddYears(-number), today.AddMonths(-number), today.AddDays(number), today.AddDays(number + 1), today.AddDays(-number), today.AddDays(-number - 1)];
    }
}
