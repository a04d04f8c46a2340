namespace Madoguchi.Notices.Contracts;

/// <summary>Notices of the city: prepared in the deciding transaction, numbered, printed, signed and published by a worker.</summary>
public interface INotices
{
    /// <summary>
    /// Adds a pending notice to the acting transaction; it is issued after the commit. The letter is composed once to see that it is whole.
    /// </summary>
    /// <returns>The notice's id. Refusals: <c>notice-incomplete</c> (the template asks for a field the data lacks), <c>notice-file</c> (no PDF that can be signed).</returns>
    Task<Result<Guid>> PrepareAsync(NoticeRequest request, CancellationToken stop = default);

    /// <summary>Whether a file could go out as a notice: there, not refused, and a PDF that can be signed. To be asked before anybody decides.</summary>
    /// <returns><c>notice-file</c> when not.</returns>
    Task<Result> JudgeFileAsync(string fileId, CancellationToken stop = default);

    /// <summary>The notices of these matters by 受付番号, oldest first, pending ones too. Says nothing about who may see them.</summary>
    Task<ILookup<string, NoticeSummary>> ListForAsync(IReadOnlyCollection<string> intakeNumbers, CancellationToken stop = default);

    /// <summary>The signed PDFs of those of these notices that have been issued; each is opened by calling. Says nothing about who may see them.</summary>
    Task<IReadOnlyDictionary<Guid, Func<Stream>>> FilesAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default);

    /// <summary>Takes back the notices of a matter that have no number yet (取下げ), in the acting transaction.</summary>
    /// <returns><c>notice-being-issued</c> when the one that concludes the matter has its number and is on its way.</returns>
    Task<Result> TakeBackAsync(string intakeNumber, CancellationToken stop = default);

    /// <summary>The first opening by the addressee on a page of the matter; in a transaction of its own, only the first counts.</summary>
    Task OpenedAsync(Guid id, CancellationToken stop = default);
}

/// <summary>Kind of document number: 「第123号」, 「指令第12号」, 「証第45号」.</summary>
public enum DocumentKind
{
    Notice,
    Order,
    Certificate,
}

/// <summary>How a notice reaches its addressee (デジタル手続法 7条1項).</summary>
public enum NoticeChannel
{
    Electronic,
    Paper,
}

/// <summary>Pending until it has been numbered, printed, signed and published.</summary>
public enum NoticeState
{
    Pending,
    Issued,
}

/// <summary>What <c>/verify</c> says of an issued notice.</summary>
public enum NoticeValidity
{
    Valid,

    /// <summary>職権取消.</summary>
    Revoked,

    /// <summary>差替え: another notice has taken its place.</summary>
    Corrected,
}

/// <summary>What a notice shall say.</summary>
public sealed record NoticeRequest
{
    /// <summary>受付番号 of the matter.</summary>
    public required string IntakeNumber { get; init; }

    /// <summary>Slug of the procedure.</summary>
    public required string Procedure { get; init; }

    /// <summary>Code of the division that answers for it.</summary>
    public required string Division { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>「み子支」: the number runs per kind, symbol and fiscal year.</summary>
    public required string Symbol { get; init; }

    public required string Title { get; init; }

    /// <summary>処分庁 by title or code of Directory; its holder on the day of issue is named.</summary>
    public required string Authority { get; init; }

    public required Addressee Addressee { get; init; }

    public required NoticeChannel Channel { get; init; }

    /// <summary>Day of arrival of the application.</summary>
    public required DateOnly ArrivedOn { get; init; }

    /// <summary>It is the notice of the decision or completion itself. One that says something else (延期通知書) makes nothing public.</summary>
    public required bool Concludes { get; init; }

    /// <summary>JSON of the letter's blocks (docs/procedure-format.md); null when <see cref="FileId"/> is given. Editions older than blocks give HTML.</summary>
    public string? Template { get; init; }

    /// <summary>Name of the template, for faults: <c>jido-teate-nintei/grant</c>.</summary>
    public string TemplateName { get; init; } = "";

    /// <summary>A PDF from a core system that is signed and dispatched as it is, in place of a template.</summary>
    public string? FileId { get; init; }

    /// <summary>JSON object of the disposition's result fields; choices as the words people read.</summary>
    public string Result { get; init; } = "{}";

    /// <summary>JSON object of the answers.</summary>
    public string Answers { get; init; } = "{}";

    /// <summary>理由, a paragraph each.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>条件, numbered in the letter.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>同封・添付.</summary>
    public IReadOnlyList<string> Enclosures { get; init; } = [];

    /// <summary>教示; null only where the procedure says why there is none.</summary>
    public NoticeAppeal? Appeal { get; init; }

    /// <summary>The earlier notice this one revokes or replaces.</summary>
    public Guid? Supersedes { get; init; }

    /// <summary>What the earlier notice becomes when this one is issued: revoked or corrected.</summary>
    public NoticeValidity SupersededBecomes { get; init; } = NoticeValidity.Corrected;
}

/// <param name="AccountId">Account that receives it; null when the person has none.</param>
/// <param name="Name">As written: 「髙橋　𠮷子」.</param>
/// <param name="PostalCode">000-0000.</param>
/// <param name="Address">With 方書; null when not known.</param>
public sealed record Addressee(string? AccountId, string Name, string? PostalCode, string? Address, string Honorific = "様");

/// <summary>教示 as the procedure's definition gives it.</summary>
/// <param name="Kind"><c>A</c>–<c>E</c>, a file of <c>vocabulary/appeal/</c>.</param>
public sealed record NoticeAppeal(string Kind, string ReviewingAuthority, string Defendant, string Representative);

/// <summary>A notice as lists show it; times UTC.</summary>
public sealed record NoticeSummary(
    Guid Id, string IntakeNumber, string? DocumentNumber, string Title, NoticeState State, DateTime? IssuedAt, DateTime? AvailableAt, DateTime? OpenedAt,
    DateOnly? DeliveredOn, NoticeChannel Channel, string? VerificationCode, string? Sha256, NoticeValidity Validity, string? AddresseeAccountId);
