using Madoguchi.Notices.Contracts;

namespace Madoguchi.Notices.Domain;

/// <summary>A notice from the deciding transaction to the addressee's hands. What it says is fixed when it is prepared.</summary>
internal sealed class Notice
{
    private Notice()
    {
    }

    public Notice(Guid id, NoticeRequest request, string verificationCode, string data, DateTime now)
    {
        Id = id;
        IntakeNumber = request.IntakeNumber;
        Procedure = request.Procedure;
        Division = request.Division;
        Kind = request.Kind;
        Symbol = request.Symbol;
        Title = request.Title;
        Authority = request.Authority;
        AccountId = request.Addressee.AccountId;
        AddresseeName = request.Addressee.Name;
        PostalCode = request.Addressee.PostalCode;
        Address = request.Addressee.Address;
        Channel = request.Channel;
        Concludes = request.Concludes;
        TemplateName = request.TemplateName;
        Template = request.Template;
        SourceFileId = request.FileId;
        Data = data;
        VerificationCode = verificationCode;
        Supersedes = request.Supersedes;
        SupersededBecomes = request.Supersedes is null ? null : request.SupersededBecomes;
        PreparedAt = now;
    }

    public Guid Id { get; private set; }

    public string IntakeNumber { get; private set; } = "";

    public string Procedure { get; private set; } = "";

    public string Division { get; private set; } = "";

    public DocumentKind Kind { get; private set; }

    public string Symbol { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Authority { get; private set; } = "";

    public string? AccountId { get; private set; }

    public string AddresseeName { get; private set; } = "";

    public string? PostalCode { get; private set; }

    public string? Address { get; private set; }

    public NoticeChannel Channel { get; private set; }

    /// <summary>It tells how the matter ended.</summary>
    public bool Concludes { get; private set; }

    public string TemplateName { get; private set; } = "";

    public string? Template { get; private set; }

    public string? SourceFileId { get; private set; }

    public string Data { get; private set; } = "{}";

    public string VerificationCode { get; private set; } = "";

    public Guid? Supersedes { get; private set; }

    public NoticeValidity? SupersededBecomes { get; private set; }

    public DateTime PreparedAt { get; private set; }

    public NoticeState State { get; private set; }

    public int? FiscalYear { get; private set; }

    public int? Number { get; private set; }

    public string? DocumentNumber { get; private set; }

    /// <summary>The date the letter bears: the day its number was drawn.</summary>
    public DateOnly? DatedOn { get; private set; }

    public DateTime? IssuedAt { get; private set; }

    /// <summary>Since when its addressee may see it: an electronic one since it was issued, one on paper since it was posted.</summary>
    public DateTime? AvailableAt { get; private set; }

    public string? Issuer { get; private set; }

    public string? Sha256 { get; private set; }

    public string? FileName { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    public DateOnly? PostedOn { get; private set; }

    public DateOnly? DeliveredOn { get; private set; }

    public NoticeValidity Validity { get; private set; }

    public Guid? SupersededBy { get; private set; }

    public long Version { get; private set; }

    public bool InPaperQueue => State == NoticeState.Issued && Channel == NoticeChannel.Paper && PostedOn is null;

    /// <summary>Gives the number, once: a notice tried again keeps the one it has.</summary>
    public void TakeNumber(int number, DateOnly today)
    {
        if (DocumentNumber is not null) return;
        FiscalYear = JapaneseDate.FiscalYear(today);
        Number = number;
        DatedOn = today;
        DocumentNumber = Domain.DocumentNumber.Write(Kind, Symbol, today, number);
        Version++;
    }

    /// <summary>The signed file is stored.</summary>
    public void Issue(string issuer, string fileName, string sha256, DateTime now)
    {
        if (State == NoticeState.Issued) return;
        State = NoticeState.Issued;
        Issuer = issuer;
        FileName = fileName;
        Sha256 = sha256;
        IssuedAt = now;
        AvailableAt = Channel == NoticeChannel.Electronic ? now : null;
        Version++;
    }

    /// <summary>Whether this was the first opening.</summary>
    public bool Open(DateTime now)
    {
        if (AvailableAt is null || OpenedAt is not null) return false;
        OpenedAt = now;
        DeliveredOn ??= JapaneseDate.Of(now);
        Version++;
        return true;
    }

    public Result Post(DateOnly on, DateOnly today)
    {
        if (!InPaperQueue) return Refusals.NotInPaperQueue;
        if (on > today || on < DatedOn) return Refusals.PostedOnNotPossible;
        PostedOn = on;
        AvailableAt = JapaneseDate.UtcOf(on, default);
        DeliveredOn ??= on;
        Version++;
        return Result.Ok;
    }

    public void Supersede(Guid by, NoticeValidity becomes)
    {
        SupersededBy = by;
        Validity = becomes;
        Version++;
    }
}
