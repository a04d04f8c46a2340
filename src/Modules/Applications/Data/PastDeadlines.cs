namespace Madoguchi.Applications.Data;

/// <summary>What a deadline has gone by for, the longest first, a few hundred at a time. In SQL because it is asked every minute and at every start (docs/adr/0010).</summary>
internal static class PastDeadlines
{
    private const int Most = 200;

    /// <summary>Intake numbers of matters whose applicant was not yet told that the correction is overdue.</summary>
    public static Task<List<string>> CorrectionsAsync(Database database, DateOnly today, CancellationToken stop) => database.ListAsync(
        $"select intake_number from applications_applications where status = @status and correction_due_on < @today and not correction_overdue_told order by correction_due_on limit {Most}",
        row => row.GetString(0), stop, ("@status", EnumText.Of(ApplicationStatus.CorrectionRequested)), ("@today", today));

    /// <summary>Ids of places offered to somebody who did not take them in time.</summary>
    public static Task<List<Guid>> OffersAsync(Database database, DateTime now, CancellationToken stop) => database.ListAsync(
        $"select id from applications_places where state = @state and offered_until < @now order by offered_until limit {Most}",
        row => row.GetGuid(0), stop, ("@state", EnumText.Of(PlaceState.Offered)), ("@now", now));
}
