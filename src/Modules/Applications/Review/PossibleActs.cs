using Madoguchi.Notices.Contracts;

namespace Madoguchi.Applications.Review;

/// <summary>What an officer can do with a matter.</summary>
internal enum MatterAct
{
    Accept,
    Assign,
    SetPhase,
    Note,
    Message,
    RequestCorrection,
    Amend,
    Propose,
    Complete,
    Extend,
    Close,
    UseFile,
}

/// <summary>Which acts are permitted and possible now; the use cases judge again.</summary>
internal static class PossibleActs
{
    public static IReadOnlySet<MatterAct> Of(Application application, ProcedureEdition edition, Actor actor, DateOnly today)
    {
        var acts = new HashSet<MatterAct>();
        var status = application.Status;
        var reviewing = status is ApplicationStatus.Arrived or ApplicationStatus.UnderReview;
        if (actor.May(ApplicationsPermissions.Review, application.Division) && application.IsOpen)
        {
            acts.UnionWith([MatterAct.Assign, MatterAct.Note, MatterAct.Amend, MatterAct.Extend]);
            if (application.Account is not null) acts.Add(MatterAct.Message);
            if (edition.Phases.Count > 1) acts.Add(MatterAct.SetPhase);
            if (status == ApplicationStatus.Arrived) acts.Add(MatterAct.Accept);
            if (reviewing) acts.Add(MatterAct.RequestCorrection);
            if (reviewing && application.Nature != Nature.Application) acts.Add(MatterAct.Complete);
            if (status != ApplicationStatus.AwaitingDecision) acts.Add(MatterAct.Close);
            if (status != ApplicationStatus.AwaitingDecision && HasMainNotice(edition) && actor.May(NoticesPermissions.Dispatch, application.Division)) acts.Add(MatterAct.UseFile);
        }

        var overdue = status == ApplicationStatus.CorrectionRequested && application.CorrectionDueOn < today;
        if (edition.Dispositions.Count > 0 && (status == ApplicationStatus.UnderReview || overdue) && actor.May(ApplicationsPermissions.Propose, application.Division))
            acts.Add(MatterAct.Propose);
        return acts;
    }

    private static bool HasMainNotice(ProcedureEdition edition) => edition.Dispositions.Count > 0 || edition.Completion?.Notice is not null;
}
