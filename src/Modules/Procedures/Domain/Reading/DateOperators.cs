namespace Madoguchi.Procedures.Domain.Reading;

/// <summary>Operators over dates; ages by 年齢計算ニ関スル法律.</summary>
internal static class DateOperators
{
    private const int FirstYear = 1800;
    private const int LastYear = 9000;

    public static Expression? Read(ExpressionReader reader, string name, Node node) => name switch
    {
        "age" => Two(reader, node, AnswerType.Number, AnswerType.Date, static (a, b) => a.Date > b.Date || b.Date.Year > LastYear ? Value.Absent : Value.Of(JapaneseDate.AgeOn(a.Date, b.Date))),
        "months" => Two(reader, node, AnswerType.Number, AnswerType.Date, static (a, b) => Value.Of(Months(a.Date, b.Date))),
        "days" => Two(reader, node, AnswerType.Number, AnswerType.Date, static (a, b) => Value.Of(b.Number - a.Number)),
        "dayReaching" => Two(reader, node, AnswerType.Date, AnswerType.Number, static (a, b) => Moved(a.Date, b.Number, 1, JapaneseDate.DayReaching)),
        "fiscalYearEndAfter" => Two(reader, node, AnswerType.Date, AnswerType.Number, static (a, b) => Moved(a.Date, b.Number, 1, JapaneseDate.FiscalYearEndAfterReaching)),
        "addDays" => Two(reader, node, AnswerType.Date, AnswerType.Number, static (a, b) => Moved(a.Date, b.Number, 365, static (d, n) => d.AddDays(n))),
        "addMonths" => Two(reader, node, AnswerType.Date, AnswerType.Number, static (a, b) => Moved(a.Date, b.Number, 12, static (d, n) => d.AddMonths(n))),
        "firstOfMonth" => new Operation(AnswerType.Date, [reader.Read(node, AnswerType.Date)], static (s, o) =>
            o[0].Evaluate(s) is { IsAbsent: false } v ? Value.Of(v.Date.AddDays(1 - v.Date.Day)) : Value.Absent),
        "sessionDate" => new Operation(AnswerType.Date, [reader.Read(node, AnswerType.Text)], static (s, o) =>
            o[0].Evaluate(s) is { IsAbsent: false, Text: { Length: >= 10 } text } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? Value.Of(day) : Value.Absent),
        _ => null,
    };

    private static Operation Two(ExpressionReader reader, Node node, AnswerType result, AnswerType second, Func<Value, Value, Value> evaluate)
    {
        var at = 0;
        var operands = Operators.Operands(node, 2, n => reader.Read(n, at++ == 0 ? AnswerType.Date : second));
        return new Operation(result, operands, (s, o) =>
        {
            var (a, b) = (o[0].Evaluate(s), o[1].Evaluate(s));
            return a.IsAbsent || b.IsAbsent ? Value.Absent : evaluate(a, b);
        });
    }

    // A hostile answer, such as 100,000 months, must not leave the calendar.
    private static Value Moved(DateOnly date, decimal amount, int perYear, Func<DateOnly, int, DateOnly> move)
    {
        var whole = decimal.Truncate(amount);
        if (Math.Abs(whole) > 100_000 || date.Year is < FirstYear or > LastYear || date.Year + (whole / perYear) is < 1700 or > 9100) return Value.Absent;
        var moved = move(date, (int)whole);
        return moved.Year is < FirstYear or > LastYear ? Value.Absent : Value.Of(moved);
    }

    private static int Months(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return to.Day < from.Day && to.Day < DateTime.DaysInMonth(to.Year, to.Month) ? months - 1 : months;
    }
}
