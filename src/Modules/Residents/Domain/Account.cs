using Madoguchi.Residents.Contracts;

namespace Madoguchi.Residents.Domain;

/// <summary>An account as it is kept.</summary>
internal sealed class Account(NoticeBy noticeBy)
{
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

    public required string Phone { get; init; }

    public required string Email { get; init; }

    public NoticeBy NoticeBy { get; private set; } = noticeBy;

    public required bool ProtectionMeasure { get; init; }

    public long Version { get; private set; } = 1;

    /// <summary>The account decides how results reach it from now on; whether that changed anything.</summary>
    public bool ChooseNotices(NoticeBy chosen)
    {
        if (NoticeBy == chosen) return false;
        NoticeBy = chosen;
        Version++;
        return true;
    }

    public ResidentAccount ToContract() => new(
        Id, Kind, new AccountName(Family, Given, FamilyKana, GivenKana), CorporateNumber, BirthDate,
        new AccountAddress(PostalCode, Prefecture, City, Town, Street, Building), Phone, Email, NoticeBy, ProtectionMeasure);
}
