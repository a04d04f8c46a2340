namespace Madoguchi.Approvals.Contracts;

/// <summary>What a step of the route asks for.</summary>
public enum ApprovalStepKind
{
    /// <summary>承認: a line superior on the way to the decision.</summary>
    Endorse,

    /// <summary>合議: consent of another section; several may stand on one step number, in parallel.</summary>
    Concur,

    /// <summary>決裁: the decision, the last step.</summary>
    Decide,
}

/// <summary>Where a step stands.</summary>
public enum ApprovalStepState
{
    Waiting,
    Active,
    Done,

    /// <summary>合議不同意: the route goes on, the decider sees it.</summary>
    Objected,

    /// <summary>The drafter alone holds the post: the draft itself is the endorsement.</summary>
    Skipped,
}

/// <summary>Where an approval stands. All but <see cref="Routing"/> are final.</summary>
public enum ApprovalState
{
    /// <summary>回議中.</summary>
    Routing,

    /// <summary>決裁済.</summary>
    Decided,

    /// <summary>差戻し to the drafter.</summary>
    Returned,

    /// <summary>否決.</summary>
    Rejected,

    /// <summary>引戻し by the drafter, or the last item was taken out.</summary>
    Recalled,
}
