using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Approvals.Domain;

/// <summary>One post asked on the route, and what became of it.</summary>
internal sealed class RouteStep
{
    public Guid Id { get; private init; }

    public Guid ApprovalId { get; private init; }

    public int Step { get; private init; }

    public ApprovalStepKind Kind { get; private init; }

    public string Post { get; private init; } = "";

    public ApprovalStepState State { get; private set; }

    public string? ActorId { get; private set; }

    /// <summary>Title of the post held by the actor at that time.</summary>
    public string? ActorTitle { get; private set; }

    public DateTime? At { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>代決.</summary>
    public bool ActedFor { get; private set; }

    public DateTime? PostReviewedAt { get; private set; }

    public bool IsActive => State == ApprovalStepState.Active;

    /// <summary>後閲待ち.</summary>
    public bool AwaitsPostReview => ActedFor && PostReviewedAt is null;

    public bool IsSettled => State is ApprovalStepState.Done or ApprovalStepState.Objected;

    public static RouteStep Of(Guid approval, ApprovalStepDraft draft) =>
        new() { Id = Guid.CreateVersion7(), ApprovalId = approval, Step = draft.Step, Kind = draft.Kind, Post = draft.Post };

    public void Activate() => State = ApprovalStepState.Active;

    public void Skip() => State = ApprovalStepState.Skipped;

    public void Settle(ApprovalStepState state, Officer by, string? comment, DateTime now, bool actedFor = false)
    {
        (State, ActorId, ActorTitle, At, Comment) = (state, by.Id, by.PostFor(Post).Title, now, comment);
        (ActedFor, PostReviewedAt) = (actedFor, null);
    }

    public void PostReview(DateTime now) => PostReviewedAt = now;

    public void Reset()
    {
        if (State == ApprovalStepState.Skipped) return;
        (State, ActorId, ActorTitle, At, Comment) = (ApprovalStepState.Waiting, null, null, null, null);
        (ActedFor, PostReviewedAt) = (false, null);
    }

    public ApprovalStepRef ToRef() => new(Step, Kind, Post, State, ActorId, At, Comment, ActedFor);
}
