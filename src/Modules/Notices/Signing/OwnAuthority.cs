using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Madoguchi.Notices.Signing;

/// <summary>
/// The authority the program makes for itself where a city has no certificate of LGPKI or another provider. RSA because the readers
/// residents use (Acrobat, NSS) all verify it in CMS; elliptic curves are not there yet in every one.
/// </summary>
internal static class OwnAuthority
{
    private const int KeyBits = 3072;
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    /// <summary>Root certificate with its key, valid 20 years.</summary>
    public static X509Certificate2 Create(string city, DateTime now)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest(Name($"{city} 電子署名認証局（自己設置）", city), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now - Tolerance, now.AddYears(20));
    }

    /// <summary>Certificate with key for the 処分庁 of this title, valid 5 years like a 職責証明書.</summary>
    public static X509Certificate2 CreateSigner(X509Certificate2 authority, string city, string title, DateTime now)
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest(Name(title, city), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));

        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F;
        using var certificate = request.Create(authority, now - Tolerance, Earlier(now.AddYears(5), authority.NotAfter.ToUniversalTime()), serial);
        return certificate.CopyWithPrivateKey(key);
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;

    private static X500DistinguishedName Name(string commonName, string organization)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("JP");
        name.AddOrganizationName(organization);
        name.AddCommonName(commonName);
        return name.Build();
    }
}
