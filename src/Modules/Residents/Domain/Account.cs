using Madoguchi.Residents.Contracts;

namespace Madoguchi.Residents.Domain;

/// <summary>An account as it is kept.</summary>
internal sealed class Account(NoticeBy noticeBy, string phone, string email)
{
    public const int LongestPhone = 64;

    public required string Id { get; init; }

    public required AccountKind Kind { get; init; }

    public required string Family { get; init; }

    public required string Given { get; init; }

    public required string FamilyKana { get; init; }

    public required string GivenKana { get; init; }

    public string? CorporateNumber { get; init; }

    public DateOnly? BirthDate { get; init; }

    public required string PostalCode { get; init; }

    public required string Prefecture { get; init; }

    public required string City { get; init; }

    public required string Town { get; init; }

    public required string Street { get; init; }

    public required string Building { get; init; }

    public string Phone { get; private set; } = phone;

    public string Email { get; private set; } = email;

    public NoticeBy NoticeBy { get; private set; } = noticeBy;

    public required bool ProtectionMeasure { get; init; }

    /// <summary>Where name, birth date and address come from.</summary>
    public required FactSource Source { get; init; }

    /// <summary>When the owner last changed how to be reached.</summary>
    public DateTime? ContactChangedAt { get; private set; }

    /// <summary>Whether news also come by mail; they are in the inbox in any case.</summary>
    public bool TakesMail { get; private set; } = true;

    /// <summary>Of letters.</summary>
    public Language Language { get; private set; }

    /// <summary>Since when nobody signs in with it any more.</summary>
    public DateTime? ClosedAt { get; private set; }

    public long Version { get; private set; } = 1;

    /// <summary>The account decides how results reach it from now on; whether that changed anything.</summary>
    public bool ChooseNotices(NoticeBy chosen)
    {
        if (NoticeBy == chosen) return false;
        NoticeBy = chosen;
        Version++;
        return true;
    }

    /// <summary>How and in which language the owner is reached from now on.</summary>
    public void ChangeContact(string phone, bool takesMail, Language language, NoticeBy results, DateTime now)
    {
        (Phone, TakesMail, Language) = (phone, takesMail, language);
        ChooseNotices(results);
        ContactChangedAt = now;
        Version++;
    }

    /// <summary>No way leads to the owner any more; the name stays for what the law keeps of matters.</summary>
    public void Close(DateTime now)
    {
        (Phone, Email, TakesMail) = ("", "", false);
        ClosedAt = now;
        Version++;
    }

    public ResidentAccount ToContract() => new(
        Id, Kind, new AccountName(Family, Given, FamilyKana, GivenKana), CorporateNumber, BirthDate,
        new AccountAddress(PostalCode, Prefecture, City, Town, Street, Building), Phone, Email, NoticeBy, ProtectionMeasure,
        Source, ContactChangedAt, TakesMail, Language);
}
