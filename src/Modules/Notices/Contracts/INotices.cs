namespace Madoguchi.Notices.Contracts;

/// <summary>How a notice reaches its addressee (デジタル手続法7条1項: electronic only by the receiver's choice).</summary>
public enum NoticeChannel
{
    Electronic,
    Paper,
}

/// <summary>宛名.</summary>
/// <param name="Name">Without 様.</param>
/// <param name="PostalCode">000-0000, or empty.</param>
/// <param name="Address">One line with the building, or empty.</param>
public sealed record NoticeAddressee(string Name, string PostalCode, string Address);

/// <summary>A notice to be made: numbered, printed, signed and published by the worker after the act is durable.</summary>
public sealed record NoticeRequest
{
    /// <summary>受付番号 of the matter.</summary>
    public required string Application { get; init; }

    /// <summary>Slug and edition whose template is used.</summary>
    public required string Procedure { get; init; }

    public required int Edition { get; init; }

    /// <summary>Name in the edition's <c>notices</c>.</summary>
    public required string Notice { get; init; }

    /// <summary>Code of the division that answers for it.</summary>
    public required string Division { get; init; }

    /// <summary>Account of the addressee; null when there is none.</summary>
    public string? ToAccount { get; init; }

    public required NoticeChannel Channel { get; init; }

    public required NoticeAddressee Addressee { get; init; }

    /// <summary>JSON for the template: <c>{application{intakeNumber, arrivedOn}, disposition, label, result, answers, computed, reasons, conditions}</c>.</summary>
    public required string Data { get; init; }

    /// <summary>The notice this one takes the place of (差替え).</summary>
    public Guid? Replaces { get; init; }

    /// <summary>A PDF made by a core system, dispatched in place of the template.</summary>
    public string? FileId { get; init; }
}

/// <summary>処分通知 for other modules.</summary>
public interface INotices
{
    /// <summary>Adds the pending notice and its outbox row in the acting transaction.</summary>
    /// <returns>Id of the notice.</returns>
    Guid Prepare(NoticeRequest request);

    /// <summary>Stops notices of a matter that were not issued yet (取下げ), in the acting transaction.</summary>
    Task CancelPendingAsync(string application, CancellationToken stop = default);

    /// <summary>職権取消: <c>/verify</c> says so from now on.</summary>
    Task<Result> RevokeAsync(Guid notice, string reason, CancellationToken stop = default);

    /// <summary>The notices of matters, newest first, by intake number.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<NoticeRef>>> OfAsync(IReadOnlyCollection<string> applications, CancellationToken stop = default);
}

/// <summary>A notice as other modules see it. Times UTC.</summary>
public sealed record NoticeRef(
    Guid Id, string Application, string Name, string Title, string? DocumentNumber, bool Issued, NoticeChannel Channel,
    DateTime? IssuedAt, DateTime? AvailableAt, DateTime? OpenedAt, DateOnly? DeliveredOn, string? VerificationCode, bool Revoked);

/// <summary>The notice has its number and signature. Electronic ones lie in the addressee's box from <paramref name="At"/>.</summary>
public sealed record NoticeIssued(Guid Notice, string Application, string Name, string DocumentNumber, DateTime At, NoticeChannel Channel) : IEvent;

/// <summary>The addressee opened it for the first time.</summary>
public sealed record NoticeOpened(Guid Notice, string Application, DateTime At) : IEvent;

/// <summary>A paper notice was posted.</summary>
public sealed record NoticePosted(Guid Notice, string Application, DateOnly On) : IEvent;

/// <summary>Who may see the notices of a matter; implemented by Applications.</summary>
public interface INoticeReaders
{
    /// <summary>Whether the current Actor may see this matter.</summary>
    Task<bool> MaySeeAsync(string application, CancellationToken stop);
}
