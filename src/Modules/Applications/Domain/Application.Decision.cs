namespace Madoguchi.Applications.Domain;

internal sealed partial class Application
{
    /// <summary>Why it takes longer than promised; null when it does not.</summary>
    public string? ExtensionReason { get; private set; }

    /// <summary>File that is the notice of the decision or completion, in place of the template.</summary>
    public string? NoticeFile { get; private set; }

    public Result Propose(string disposition, string result, string reason, string? conditions, DateOnly today)
    {
        var overdue = Status == ApplicationStatus.CorrectionRequested && CorrectionDueOn < today;
        if (Status != ApplicationStatus.UnderReview && !overdue) return Refusals.NotUnderReview;
        if (overdue) EndCorrection();
        Disposition = disposition;
        Result = result;
        Reason = reason;
        Conditions = conditions;
        Status = ApplicationStatus.AwaitingDecision;
        return Changed();
    }

    /// <summary>Returned to the drafter, rejected, recalled or taken out of a list: nothing of it was public.</summary>
    public Result EndProposal()
    {
        if (Status != ApplicationStatus.AwaitingDecision) return Refusals.NotUnderReview;
        Disposition = null;
        Result = null;
        Reason = null;
        Conditions = null;
        Status = ApplicationStatus.UnderReview;
        return Changed();
    }

    public Result Decide(DateTime now)
    {
        if (Status != ApplicationStatus.AwaitingDecision) return Refusals.NotUnderReview;
        Status = ApplicationStatus.Decided;
        DecidedAt = now;
        return Changed();
    }

    /// <summary>The notice is in the applicant's box, or left the house on paper.</summary>
    public Result Notify(DateTime at)
    {
        if (NotifiedAt is not null || Status is not (ApplicationStatus.Decided or ApplicationStatus.Completed)) return Refusals.NotADecision;
        NotifiedAt = at;
        return Changed();
    }

    /// <summary>The applicant opened the notice, or it was delivered.</summary>
    public Result Deliver()
    {
        if (Status != ApplicationStatus.Decided || NotifiedAt is null) return Refusals.NotADecision;
        Status = ApplicationStatus.Completed;
        return Changed();
    }

    public Result Complete(string? result, DateTime now)
    {
        if (Nature == Nature.Application) return Refusals.DecisionRequired;
        if (Status is not (ApplicationStatus.Arrived or ApplicationStatus.UnderReview)) return Refusals.NotUnderReview;
        Result = result;
        Status = ApplicationStatus.Completed;
        DecidedAt = now;
        return Changed();
    }

    /// <summary>A PDF of a core system that goes out in place of the template; null takes it back.</summary>
    public Result UseFile(string? fileId)
    {
        if (Status is not (ApplicationStatus.Arrived or ApplicationStatus.UnderReview or ApplicationStatus.CorrectionRequested)) return Refusals.NotUnderReview;
        NoticeFile = fileId;
        return Changed();
    }

    public Result Extend(DateOnly until, string reason)
    {
        if (!IsOpen) return Refusals.NotOpen;
        if (until <= DueOn) return Refusals.ExtensionTooShort;
        DueOn = until;
        ExtensionReason = reason;
        return Changed();
    }
}
