namespace Madoguchi.Notices.Contracts;

/// <summary>A notice has been signed and published: the decision it tells may be shown from now on.</summary>
/// <param name="Concludes">As it was asked for: <see cref="NoticeRequest.Concludes"/>.</param>
/// <param name="AccountId">The addressee's account; null when there is none.</param>
public sealed record NoticeIssued(
    Guid NoticeId, string IntakeNumber, string Procedure, string Division, string DocumentNumber, string Title, bool Concludes, NoticeChannel Channel, string? AccountId,
    DateTime At) : IEvent;

/// <summary>The addressee has opened it for the first time.</summary>
public sealed record NoticeOpened(Guid NoticeId, string IntakeNumber, string DocumentNumber, bool Concludes, DateTime At) : IEvent;

/// <summary>It has been posted on paper.</summary>
public sealed record NoticePosted(Guid NoticeId, string IntakeNumber, string DocumentNumber, bool Concludes, DateOnly On) : IEvent;
