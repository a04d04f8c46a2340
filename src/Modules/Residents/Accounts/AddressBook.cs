using Madoguchi.Messaging.Contracts;
using Madoguchi.Residents.Contracts;

namespace Madoguchi.Residents.Accounts;

/// <summary>Tells Messaging where the mail of an account goes.</summary>
internal sealed class AddressBook(IResidents residents) : IAddressBook
{
    public async Task<IReadOnlyDictionary<string, MailAddress>> OfAsync(IReadOnlyCollection<string> accountIds, CancellationToken stop) =>
        (await residents.Of(accountIds, stop)).ToDictionary(
            a => a.Key,
            a => new MailAddress(a.Key, a.Value.Email.Length == 0 || !a.Value.TakesMail ? null : a.Value.Email, a.Value.FullName));
}
