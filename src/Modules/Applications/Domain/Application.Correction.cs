namespace Madoguchi.Applications.Domain;

internal sealed partial class Application
{
    /// <summary>What keeps the review from going on; null when nothing is asked.</summary>
    public string? CorrectionReason { get; private set; }

    /// <summary>Keys of the opened questions, one a line.</summary>
    public string? CorrectionQuestions { get; private set; }

    public DateOnly? CorrectionDueOn { get; private set; }

    public DateTime? CorrectionAskedAt { get; private set; }

    /// <summary>Whether the applicant was told that the day has passed.</summary>
    public bool CorrectionOverdueTold { get; private set; }

    /// <summary>The questions the applicant may answer anew now; null = all (before the review starts).</summary>
    public IReadOnlyList<string>? OpenedQuestions =>
        Status == ApplicationStatus.CorrectionRequested ? CorrectionQuestions!.Split('\n') : null;

    public Result RequestCorrection(string reason, IReadOnlyList<string> questions, DateOnly dueOn, DateTime now)
    {
        if (Status is not (ApplicationStatus.Arrived or ApplicationStatus.UnderReview)) return Refusals.NotUnderReview;
        CorrectionReason = reason;
        CorrectionQuestions = string.Join('\n', questions);
        CorrectionDueOn = dueOn;
        CorrectionAskedAt = now;
        CorrectionOverdueTold = false;
        Status = ApplicationStatus.CorrectionRequested;
        return Changed();
    }

    /// <summary>補正 or, before the review starts, 自主訂正.</summary>
    /// <param name="dueOn">The new due day: the days the correction took are not counted.</param>
    public Result Correct(Applicant applicant, string answers, string attachments, DateOnly dueOn)
    {
        if (Status is not (ApplicationStatus.Arrived or ApplicationStatus.CorrectionRequested)) return Refusals.NoCorrectionRequested;
        Write(applicant, answers, attachments);
        DueOn = dueOn;
        if (Status == ApplicationStatus.CorrectionRequested) EndCorrection();
        return Changed();
    }

    public Result TellCorrectionOverdue(DateOnly today)
    {
        if (Status != ApplicationStatus.CorrectionRequested || CorrectionOverdueTold || CorrectionDueOn >= today) return Refusals.NoCorrectionRequested;
        CorrectionOverdueTold = true;
        return Changed();
    }

    private void EndCorrection()
    {
        Status = ApplicationStatus.UnderReview;
        CorrectionReason = null;
        CorrectionQuestions = null;
        CorrectionDueOn = null;
        CorrectionAskedAt = null;
    }
}
