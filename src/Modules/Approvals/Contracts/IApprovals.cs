namespace Madoguchi.Approvals.Contracts;

/// <summary>起案〜決裁 for other modules.</summary>
public interface IApprovals
{
    /// <summary>
    /// Starts an approval drafted by the current actor, in the acting transaction, and raises <see cref="ApprovalStarted"/>.
    /// An empty route (包括専決) needs no approval: do not start one.
    /// </summary>
    /// <returns>Its id; or <c>route-invalid</c>, <c>already-routing</c> (an item is on another approval under way).</returns>
    Task<Result<Guid>> StartAsync(ApprovalDraft draft, CancellationToken stop = default);

    /// <summary>The whole approval as <c>GET /api/v1/approvals/{id}</c> gives it, also when the acting transaction only just added it.</summary>
    Task<object> ViewAsync(Guid approval, CancellationToken stop = default);

    /// <summary>The approvals that hold, or held, any of these items; newest first.</summary>
    Task<IReadOnlyList<ApprovalRef>> OfItemsAsync(IReadOnlyCollection<string> itemIds, CancellationToken stop = default);

    /// <summary>Whether one of these posts is on the route of an approval of this item, so that its holder may read the matter.</summary>
    Task<bool> InvolvesAsync(string itemId, IReadOnlyCollection<string> posts, CancellationToken stop = default);

    /// <summary>What was drafted about an item, as the approvers read it; empty when it is not on the approval.</summary>
    Task<IReadOnlyList<ApprovalFact>> FactsAsync(Guid approval, string itemId, CancellationToken stop = default);

    /// <summary>
    /// Takes the item out of its approval under way because the matter ended outside it (取下げ); when it was the only one, the approval
    /// ends as <see cref="ApprovalState.Recalled"/>. Raises no event: the caller knows. Nothing happens when it is on none.
    /// </summary>
    Task TakeOutAsync(string itemId, string reason, CancellationToken stop = default);
}

/// <summary>An approval as other modules see it.</summary>
/// <param name="Items">Ids of the items still on it.</param>
/// <param name="ClosedAt">When it was decided, returned, rejected or recalled.</param>
public sealed record ApprovalRef(
    Guid Id, string Kind, string Subject, ApprovalState State, IReadOnlyList<string> Items, string DrafterId,
    DateTime StartedAt, DateTime? ClosedAt, IReadOnlyList<ApprovalStepRef> Steps);

/// <summary>A step as other modules see it.</summary>
/// <param name="Post">Code of the post asked.</param>
/// <param name="ActorId">Who acted on it; null while nobody did.</param>
/// <param name="ActedFor">代決: a deputy acted.</param>
public sealed record ApprovalStepRef(
    int Step, ApprovalStepKind Kind, string Post, ApprovalStepState State, string? ActorId, DateTime? At, string? Comment, bool ActedFor);
