namespace Madoguchi.Procedures.Domain.Forms;

/// <summary>Works out the days of recurring sessions.</summary>
internal static class SessionCalendar
{
    /// <summary>Sessions that are open for booking at some hour of a day, soonest first; <see cref="Session.IsOpen"/> knows the hours.</summary>
    public static IReadOnlyList<Session> Open(Booking booking, DateOnly today, BusinessCalendar calendar)
    {
        var open = new List<Session>();
        var last = today.AddDays(booking.OpensDays);
        for (var month = new DateOnly(today.Year, today.Month, 1); month <= last; month = month.AddMonths(1))
        {
            foreach (var plan in booking.Sessions)
            {
                var day = DayOf(plan, month);
                if (day > last || day.AddDays(-booking.ClosesDays) < today || !calendar.IsBusinessDay(day)) continue;
                open.Add(Of(booking, plan, day));
            }
        }

        return [.. open.OrderBy(s => s.StartsAt).ThenBy(s => s.Code, StringComparer.Ordinal)];
    }

    /// <summary>The session a code names, open or not; null when the code is of another form.</summary>
    public static Session? Find(Booking booking, string code)
    {
        if (code.Length < 12 || code[10] != '-' || !DateOnly.TryParseExact(code.AsSpan(0, 10), "yyyy-MM-dd", out var day)) return null;
        var plan = booking.Sessions.FirstOrDefault(p => p.Id == code[11..]);
        return plan is not null && DayOf(plan, new DateOnly(day.Year, day.Month, 1)) == day ? Of(booking, plan, day) : null;
    }

    private static Session Of(Booking booking, SessionPlan plan, DateOnly day) => new(
        $"{day:yyyy-MM-dd}-{plan.Id}", plan, day,
        JapaneseDate.UtcOf(day, plan.Starts), JapaneseDate.UtcOf(day, plan.Ends),
        JapaneseDate.UtcOf(day.AddDays(-booking.OpensDays), booking.OpensAt),
        JapaneseDate.UtcOf(day.AddDays(-booking.ClosesDays), booking.ClosesAt),
        JapaneseDate.UtcOf(day.AddDays(-booking.CancelDays), booking.CancelAt));

    private static DateOnly DayOf(SessionPlan plan, DateOnly month)
    {
        var first = month.AddDays(((int)plan.Day - (int)month.DayOfWeek + 7) % 7);
        return first.AddDays(7 * (plan.Week - 1));
    }
}
