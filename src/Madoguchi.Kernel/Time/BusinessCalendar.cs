using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Madoguchi.Kernel.Time;

/// <summary>開庁日: every day but Saturdays, Sundays, national holidays and 29 December to 3 January.</summary>
public sealed class BusinessCalendar
{
    private readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, string>> years = new();

    /// <summary>Whether the city hall is open.</summary>
    public bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsYearEnd(day) && HolidayName(day) is null;

    /// <summary>The name of a national holiday; null on other days. Exact from 2019 on under the law in force.</summary>
    public string? HolidayName(DateOnly day) => years.GetOrAdd(day.Year, NationalHolidays.Of).GetValueOrDefault(day);

    /// <summary>The n-th business day after <paramref name="from"/>, whose own day is not counted (初日不算入).</summary>
    public DateOnly AddBusinessDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (IsBusinessDay(day)) left--;
        }

        return day;
    }

    /// <summary>The n-th calendar day after <paramref name="from"/> (初日不算入). A period that binds the city is not moved by holidays.</summary>
    public DateOnly AddCalendarDays(DateOnly from, int days) => from.AddDays(days);

    /// <summary>This day if open, else the next open one: a resident's deadline on a closed day (地方自治法4条の2第4項).</summary>
    public DateOnly OpenOnOrAfter(DateOnly day) => IsBusinessDay(day) ? day : AddBusinessDays(day, 1);

    private static bool IsYearEnd(DateOnly day) => day is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 };
}
