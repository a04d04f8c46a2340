using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Deadlines;

/// <summary>Tells the applicant, once, that the day of a correction has passed.</summary>
[Anyone]
internal sealed class TellOverdue(ApplicationsDb db, DeadlineLease lease, History history)
{
    public async Task RunAsync(string number, DateOnly today, CancellationToken stop)
    {
        if (!await lease.TakeAsync(stop)) return;
        var application = await db.All.FirstAsync(a => a.IntakeNumber == number, stop);
        if (application.TellCorrectionOverdue(today).Refused) return;
        await history.RecordAsync(application, new CorrectionOverdue(application.IntakeNumber, application.CorrectionDueOn!.Value), stop);
    }
}
