namespace Madoguchi.Studio.FiscalYears;

/// <summary>A day one year on, and what an officer should know of the new one.</summary>
internal sealed class YearDays(BusinessCalendar calendar)
{
    private const string Weekdays = "日月火水木金土";

    public static DateOnly Next(DateOnly day) => day.AddYears(1);

    public static char Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>Weekdays of both, closed days, 29 February; nothing that goes without saying.</summary>
    public IEnumerable<string> Notes(DateOnly old, DateOnly next)
    {
        if (old is { Month: 2, Day: 29 } && next.Day != 29) yield return "2月29日は新しい年にないので、2月28日にしました。";
        if (old is { Month: 2, Day: 28 } && DateTime.IsLeapYear(next.Year) && !DateTime.IsLeapYear(old.Year)) yield return "新しい年の2月は29日まであります。";
        yield return $"{Weekday(old)}曜日 → {Weekday(next)}曜日";
        if (calendar.HolidayName(next) is { } holiday) yield return $"新しい日は祝日です（{holiday}）。";
        else if (!calendar.IsBusinessDay(next) && calendar.IsBusinessDay(old)) yield return "新しい日は閉庁日です。";
    }
}
