namespace Madoguchi.Approvals.Contracts;

// Approval: its id. Kind: as drafted. Items: ids still on it. By: staff id. Reason: the reason or comment given.

/// <summary>起案 was made.</summary>
public sealed record ApprovalStarted(Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason) : IEvent;

/// <summary>A step was endorsed, concurred, objected to or, as the last, decided; also by a deputy.</summary>
public sealed record ApprovalStepDone(
    Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason, ApprovalStepRef Step) : IEvent;

/// <summary>決裁 was given for all items still on it.</summary>
public sealed record ApprovalDecided(Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason) : IEvent;

/// <summary>差戻し to the drafter: the approval is over.</summary>
public sealed record ApprovalReturned(Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason) : IEvent;

/// <summary>差戻し to an earlier step: the approval goes on from there.</summary>
public sealed record ApprovalSentBack(Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason, int ToStep) : IEvent;

/// <summary>否決.</summary>
public sealed record ApprovalRejected(Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason) : IEvent;

/// <summary>引戻し by the drafter.</summary>
public sealed record ApprovalRecalled(Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason) : IEvent;

/// <summary>One item was taken out of a list (一覧から外す); the others go on.</summary>
public sealed record ApprovalItemRemoved(Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason, string Item) : IEvent;

/// <summary>後閲: the holder read what a deputy had done.</summary>
public sealed record ApprovalPostReviewed(Guid Approval, string Kind, IReadOnlyList<string> Items, string By, DateTime At, string? Reason, int Step) : IEvent;
