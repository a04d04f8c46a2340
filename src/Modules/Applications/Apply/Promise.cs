namespace Madoguchi.Applications.Apply;

/// <summary>The promised day: the period of the definition counted from the day after arrival.</summary>
internal static class Promise
{
    /// <summary>No day that anybody promises or is given lies further ahead.</summary>
    public const int MostYears = 10;

    private static readonly BusinessCalendar Calendar = new();

    public static bool IsTooFar(DateOnly day, DateOnly today) => day > today.AddYears(MostYears);

    /// <summary>The last day an applicant has: a closed one moves on to the next that is open (地方自治法 4条の2第4項).</summary>
    public static DateOnly ForApplicant(DateOnly day) => Calendar.OpenOnOrAfter(day);

    public static DateOnly Of(ProcedureEdition edition, DateOnly arrivedOn) => edition.Period.Unit == PeriodUnit.Business && edition.Period.Days > 0
        ? Calendar.AddBusinessDays(arrivedOn, edition.Period.Days)
        : Calendar.AddCalendarDays(arrivedOn, edition.Period.Days);

    /// <summary>
    /// The due day after a correction: a standard or target period stands still while the applicant is asked,
    /// a statutory one does not (介護保険法27条11項).
    /// </summary>
    public static DateOnly AfterCorrection(ProcedureEdition edition, DateOnly dueOn, DateOnly askedOn, DateOnly answeredOn)
    {
        if (edition.Period.Kind == PeriodKind.Statutory) return dueOn;
        if (edition.Period.Unit == PeriodUnit.Calendar) return dueOn.AddDays(answeredOn.DayNumber - askedOn.DayNumber);
        var waited = 0;
        for (var day = askedOn.AddDays(1); day <= answeredOn; day = day.AddDays(1))
            if (Calendar.IsBusinessDay(day)) waited++;
        return waited == 0 ? dueOn : Calendar.AddBusinessDays(dueOn, waited);
    }
}
