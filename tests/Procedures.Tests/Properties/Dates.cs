namespace Procedures.Tests.Properties;

/// <summary>The operators over dates, by counting on the calendar.</summary>
internal static class Dates
{
    public static object? Of(string name, object? first, object? second)
    {
        if (first is not DateOnly date) return null;
        if (name == "firstOfMonth") return new DateOnly(date.Year, date.Month, 1);
        return (name, second) switch
        {
            ("days", DateOnly to) => (decimal)(to.DayNumber - date.DayNumber),
            ("months", DateOnly to) => Months(date, to),
            ("age", DateOnly on) => on < date || on.Year > 9000 ? null : Age(date, on),
            (_, decimal amount) => Moved(name, date, Math.Truncate(amount)),
            _ => null,
        };
    }

    /// <summary>How many birthdays' eves have ended.</summary>
    private static object? Age(DateOnly birth, DateOnly on)
    {
        var age = 0m;
        while (Reaching(birth, (int)age + 1) <= on) age++;
        return age;
    }

    private static DateOnly Reaching(DateOnly birth, int age) =>
        birth is { Month: 2, Day: 29 } ? new DateOnly(birth.Year + age, 2, 28) : new DateOnly(birth.Year + age, birth.Month, birth.Day).AddDays(-1);

    private static object Months(DateOnly from, DateOnly to)
    {
        var months = 0;
        while (from.AddMonths(months + 1) <= to) months++;
        while (from.AddMonths(months) > to) months--;
        return (decimal)months;
    }

    /// <summary>Absent when it leaves the years 1800 to 9000.</summary>
    private static object? Moved(string name, DateOnly date, decimal amount)
    {
        if (date.Year is < 1800 or > 9000 || Math.Abs(amount) > 100_000) return null;
        try
        {
            var by = (int)amount;
            var moved = name switch
            {
                "addDays" => date.AddDays(by),
                "addMonths" => date.AddMonths(by),
                "dayReaching" => Reaching(date, by),
                _ => YearEnd(Reaching(date, by)),
            };
            return moved.Year is < 1800 or > 9000 ? null : moved;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static DateOnly YearEnd(DateOnly day) => new(day.Month > 3 ? day.Year + 1 : day.Year, 3, 31);
}
