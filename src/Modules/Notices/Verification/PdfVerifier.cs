using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Madoguchi.Notices.Verification;

/// <summary>What a file's signature says.</summary>
/// <param name="Signer">Common name of the signer's certificate: 「みなと台市長」.</param>
/// <param name="SignedAt">Claimed time of signing (UTC); null when the file names none.</param>
/// <param name="CoversWholeFile">Nothing stands outside the signed bytes.</param>
/// <param name="Unaltered">The signed bytes are those that were signed.</param>
/// <param name="Trusted">The signer's certificate comes from an authority of this city.</param>
internal sealed record SealReport(string Signer, DateTime? SignedAt, bool CoversWholeFile, bool Unaltered, bool Trusted)
{
    public bool Intact => CoversWholeFile && Unaltered && Trusted;
}

/// <summary>Checks the signature of a file anybody may hand in; never throws because of its content.</summary>
internal static class PdfVerifier
{
    private static readonly HashSet<string> Digests = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    /// <summary>The report on the best seal of the file; null when it has none.</summary>
    public static SealReport? Verify(byte[] file, IReadOnlyList<X509Certificate2> authorities)
    {
        SealReport? first = null;
        foreach (var seal in PdfSeal.Find(file))
        {
            if (Check(file, seal, authorities) is not { } report) continue;
            if (report.Intact) return report;
            first ??= report;
        }

        return first;
    }

    private static SealReport? Check(byte[] file, PdfSeal seal, IReadOnlyList<X509Certificate2> authorities)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(seal.Covered(file)), detached: true);
            cms.Decode(WithoutPadding(seal.Cms));
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0] is not { Certificate: { } certificate } signer) return null;

            return new SealReport(
                certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false),
                seal.ClaimedTime,
                seal.CoversWholeFile,
                Unaltered(signer),
                BindsCertificate(signer, certificate) && IsFrom(certificate, authorities, seal.ClaimedTime));
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or ArgumentException)
        {
            return null;
        }
    }

    private static bool Unaltered(SignerInfo signer)
    {
        if (!Digests.Contains(signer.DigestAlgorithm.Value ?? "")) return false;
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The signing-certificate-v2 attribute names this very certificate (RFC 5035), so that it cannot be exchanged.</summary>
    private static bool BindsCertificate(SignerInfo signer, X509Certificate2 certificate)
    {
        foreach (var attribute in signer.SignedAttributes)
        {
            if (attribute.Oid.Value != SigningCertificateV2 || attribute.Values.Count != 1) continue;
            var first = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence().ReadSequence();
            return first.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString)
                && first.ReadOctetString().AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData));
        }

        return false;
    }

    private static bool IsFrom(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> authorities, DateTime? at)
    {
        if (at is null || authorities.Count == 0) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        foreach (var authority in authorities) chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        // Valid when it was signed: a notice does not lapse with the certificate. The whole file is signed, /M too.
        chain.ChainPolicy.VerificationTime = at.Value.ToLocalTime();
        return chain.Build(certificate);
    }

    /// <summary>The CMS alone, without the zeros that fill its place; other bytes there make the file not ours.</summary>
    private static byte[] WithoutPadding(byte[] contents)
    {
        AsnDecoder.ReadEncodedValue(contents, AsnEncodingRules.BER, out _, out _, out var length);
        if (contents.AsSpan(length).ContainsAnyExcept((byte)0)) throw new CryptographicException("Bytes after the signature");
        return contents[..length];
    }
}
