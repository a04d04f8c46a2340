namespace Madoguchi.Residents.Contracts;

/// <summary>Kinds of accounts.</summary>
public enum AccountKind
{
    Person,
    Company,
}

/// <summary>How the results of applications reach the account: デジタル手続法7条1項 leaves the choice to the receiver.</summary>
public enum NoticeBy
{
    Electronic,
    Paper,
}

/// <summary>Where the facts of an account come from.</summary>
public enum FactSource
{
    /// <summary>Told and checked when the account was opened.</summary>
    Registration,

    /// <summary>Invented, for the demo city.</summary>
    Demo,
}

/// <summary>Who applies.</summary>
/// <param name="Name">Name of a person as written in the 住民票, or of a company in <see cref="AccountName.Family"/>.</param>
/// <param name="CorporateNumber">法人番号 of a company; null for people.</param>
/// <param name="BirthDate">Null for companies.</param>
/// <param name="ContactChangedAt">When the owner last changed how to be reached; null: never.</param>
/// <param name="TakesMail">Whether letters also go by mail.</param>
/// <param name="Language">Of letters.</param>
/// <param name="Protected">支援措置: address and whereabouts must reach nobody, not even through the family.</param>
public sealed record ResidentAccount(
    string Id, AccountKind Kind, AccountName Name, string? CorporateNumber, DateOnly? BirthDate, AccountAddress Address,
    string Phone, string Email, NoticeBy NoticeBy, bool Protected,
    FactSource Source, DateTime? ContactChangedAt, bool TakesMail, Language Language)
{
    /// <summary>「髙橋 𠮷子」, 「株式会社みなと台建設」.</summary>
    public string FullName => Name.Full;

    /// <summary>「タカハシ ヨシコ」.</summary>
    public string FullKana => Name.FullKana;
}

/// <summary>Name and kana; <c>Given</c> is empty for companies.</summary>
public sealed record AccountName(string Family, string Given, string FamilyKana, string GivenKana)
{
    public string Full => $"{Family} {Given}".Trim();

    public string FullKana => $"{FamilyKana} {GivenKana}".Trim();
}

/// <summary>An address with its postal code (000-0000).</summary>
public sealed record AccountAddress(string PostalCode, string Prefecture, string City, string Town, string Street, string Building)
{
    /// <summary>One line without the postal code, as envelopes carry it.</summary>
    public string Line => $"{Prefecture}{City}{Town}{Street} {Building}".Trim();
}
