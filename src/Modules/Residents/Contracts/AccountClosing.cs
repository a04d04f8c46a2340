namespace Madoguchi.Residents.Contracts;

/// <summary>The owner closed the account: nobody signs in with it any more, its contact data is gone. What the law keeps of matters is theirs.</summary>
public sealed record AccountClosed(string Account) : IEvent;

/// <summary>What keeps an account from being closed; implemented by the modules that still owe it something.</summary>
public interface IAccountTies
{
    /// <summary>Things not yet at their end, as their owner knows them; empty when there is nothing.</summary>
    Task<IReadOnlyList<AccountTie>> OfAsync(string account, CancellationToken stop);
}

/// <param name="Label">What it is, in the language of the page.</param>
/// <param name="Path">Where its owner finds it, from the root of the pages: <c>/my/…</c>.</param>
public sealed record AccountTie(LocalizedText Label, string Path);
