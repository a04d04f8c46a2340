namespace Madoguchi.Approvals.Domain;

/// <summary>What can be done with an approval.</summary>
internal enum ActKind
{
    Draft,
    Endorse,
    Concur,
    Object,
    Decide,
    Return,
    Reject,
    Recall,
    Remove,
    ActFor,
    PostReview,

    /// <summary>The matter ended outside the approval (取下げ).</summary>
    TakeOut,
}

/// <summary>One act, never changed: who, with which post then, when, on what content.</summary>
internal sealed class Act
{
    public Guid Id { get; private init; }

    public Guid ApprovalId { get; private init; }

    public ActKind Kind { get; private init; }

    public string ActorId { get; private init; } = "";

    /// <summary>Code of the post held at that time.</summary>
    public string? ActorPost { get; private init; }

    public string? ActorTitle { get; private init; }

    public int? Step { get; private init; }

    /// <summary>The post acted for (代決, 後閲).</summary>
    public string? ForPost { get; private init; }

    /// <summary>Item taken out.</summary>
    public string? Item { get; private init; }

    public string? Words { get; private init; }

    public DateTime At { get; private init; }

    /// <summary>SHA-256 of subject and items as they stood when the act was done.</summary>
    public string ContentSha256 { get; private init; } = "";

    public static Act Of(Approval approval, ActKind kind, Officer by, string? words, DateTime now, RouteStep? step, string? item)
    {
        var (post, title) = by.PostFor(step?.Post);
        return new()
        {
            Id = Guid.CreateVersion7(),
            ApprovalId = approval.Id,
            Kind = kind,
            ActorId = by.Id,
            ActorPost = post,
            ActorTitle = title,
            Step = step?.Step,
            ForPost = kind is ActKind.ActFor or ActKind.PostReview ? step?.Post : null,
            Item = item,
            Words = words,
            At = now,
            ContentSha256 = approval.ContentSha256,
        };
    }
}
