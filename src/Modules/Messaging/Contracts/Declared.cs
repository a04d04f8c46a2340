namespace Madoguchi.Messaging.Contracts;

/// <summary>Where mail for an account goes. <paramref name="Email"/> is null when it takes none.</summary>
public sealed record MailAddress(string AccountId, string? Email, string Name);

/// <summary>Addresses and names of accounts; implemented by Residents.</summary>
public interface IAddressBook
{
    /// <summary>By account id; unknown ids are left out.</summary>
    Task<IReadOnlyDictionary<string, MailAddress>> OfAsync(IReadOnlyCollection<string> accountIds, CancellationToken stop);
}

/// <summary>Who may read the letters of a matter; implemented by Applications.</summary>
public interface IApplicationReaders
{
    /// <summary>Whether the current Actor may see this matter.</summary>
    Task<bool> MaySeeAsync(string intakeNumber, CancellationToken stop);
}
