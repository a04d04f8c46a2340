using Madoguchi.Applications.Booking;
using Madoguchi.Applications.Review;
using Madoguchi.Approvals.Contracts;
using Madoguchi.Notices.Contracts;

namespace Madoguchi.Applications.MyApplications;

/// <summary>取下げ: the applicant takes it back, until the notice is available. A booked place becomes free.</summary>
internal sealed class Withdraw(Matters matters, Actor actor, IApprovals approvals, INotices notices, FreePlace freePlace, History history)
{
    public async Task<Result<Application>> RunAsync(string number, string? reason, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.RequireResident();
        var words = string.IsNullOrWhiteSpace(reason) ? null : Words.Of(reason, "reason", 2000);
        if (words is { Refused: true }) return words.Refusal;
        if (await freePlace.RunAsync(application, stop) is { Refused: true } late) return late.Refusal;
        if (await notices.TakeBackAsync(application.IntakeNumber, stop) is { Refused: true } numbered) return numbered.Refusal;
        if (application.Withdraw() is { Refused: true } no) return no.Refusal;
        await approvals.TakeOutAsync(application.IntakeNumber, words?.Value ?? "", stop);
        await history.RecordAsync(application, new ApplicationWithdrawn(application.IntakeNumber, words?.Value), stop);
        return application;
    }
}
