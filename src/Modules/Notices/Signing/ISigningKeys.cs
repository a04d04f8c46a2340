using System.Security.Cryptography.X509Certificates;

namespace Madoguchi.Notices.Signing;

/// <summary>What a 処分庁 signs with: its certificate with the private key, and the authority that vouches for it.</summary>
internal sealed record SigningIdentity(X509Certificate2 Signer, X509Certificate2 Authority)
{
    /// <summary>みなと台市長.</summary>
    public string Name => Signer.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
}

/// <summary>Where the city's signing keys are kept.</summary>
internal interface ISigningKeys
{
    /// <summary>The identity of the 処分庁 that bears this title; made at its first use.</summary>
    ValueTask<SigningIdentity> OfAsync(string title, CancellationToken ct);

    /// <summary>The authorities this city has signed under; what <c>/verify</c> trusts.</summary>
    ValueTask<IReadOnlyList<X509Certificate2>> AuthoritiesAsync(CancellationToken ct);
}
