namespace Madoguchi.Residents.Domain;

/// <summary>What the rules of accounts say no to.</summary>
internal static class AccountRefusals
{
    /// <summary>Something is still under way.</summary>
    public static readonly Refusal Tied = new("account-tied");
}
