using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Notices.Signing;

/// <summary>The city's own authority and signers, kept wrapped in the key ring. A signer serves one calendar year and is then followed by the next.</summary>
internal sealed class KeptKeys(KeyRing ring, IDirectory directory, TimeProvider clock) : ISigningKeys
{
    private const string AuthorityPurpose = "notices.authority";

    public async ValueTask<SigningIdentity> OfAsync(string title, CancellationToken ct)
    {
        var authority = await AuthorityAsync(ct);
        var now = clock.Now();
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..16];
        var (_, secret) = await ring.SecretAsync($"notices.signer.{now.Year}.{mark}", () => Pack(OwnAuthority.CreateSigner(authority, directory.City.Name, title, now)), ct);
        return new SigningIdentity(Unpack(secret), authority);
    }

    public async ValueTask<IReadOnlyList<X509Certificate2>> AuthoritiesAsync(CancellationToken ct)
    {
        var kept = await ring.AllAsync(AuthorityPurpose, ct);
        return [.. kept.Select(Unpack)];
    }

    private async ValueTask<X509Certificate2> AuthorityAsync(CancellationToken ct)
    {
        var (_, secret) = await ring.SecretAsync(AuthorityPurpose, () => Pack(OwnAuthority.Create(directory.City.Name, clock.Now())), ct);
        return Unpack(secret);
    }

    private static byte[] Pack(X509Certificate2 certificate) => certificate.Export(X509ContentType.Pkcs12);

    private static X509Certificate2 Unpack(byte[] secret) => X509CertificateLoader.LoadPkcs12(secret, null, X509KeyStorageFlags.EphemeralKeySet);
}
