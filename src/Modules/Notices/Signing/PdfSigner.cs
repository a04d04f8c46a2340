using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Madoguchi.Notices.Pdf;

namespace Madoguchi.Notices.Signing;

/// <summary>Signs a PDF as PAdES baseline B (ETSI EN 319 142-1): an update after the file that covers the whole of it.</summary>
internal static class PdfSigner
{
    /// <summary>Room for the signature: certificates of 4096 bits and a later time stamp fit.</summary>
    private const int SignatureBytes = 8192;
    private const string RangePlaceholder = "[0 0000000000 0000000000 0000000000]";
    private static readonly Oid SigningCertificateV2 = new("1.2.840.113549.1.9.16.2.47");

    /// <param name="pdf">The printed PDF, or one a core system made.</param>
    /// <param name="identity">Who signs.</param>
    /// <param name="reason">What is signed, such as the document number.</param>
    /// <param name="now">The claimed time of signing (UTC).</param>
    /// <exception cref="PdfFault">The file cannot be signed: not a PDF, encrypted, damaged.</exception>
    public static byte[] Sign(byte[] pdf, SigningIdentity identity, string reason, DateTime now)
    {
        var (signed, contents, after) = Prepare(pdf, identity.Name, reason, now);
        var cms = Cms([.. signed.AsSpan(0, contents), .. signed.AsSpan(after)], identity);
        if (cms.Length > SignatureBytes) throw new PdfFault("the signature does not fit its place");
        System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(cms), signed.AsSpan(contents + 1));
        return signed;
    }

    /// <summary>Tries all that signing needs of a file, without a key.</summary>
    /// <exception cref="PdfFault">The file cannot be signed.</exception>
    public static void Check(byte[] pdf) => Prepare(pdf, "", "", DateTime.UnixEpoch);

    /// <summary>The file with room for its signature, and where that room begins and ends.</summary>
    private static (byte[] File, int Contents, int After) Prepare(byte[] pdf, string name, string reason, DateTime now)
    {
        var file = PdfFile.Read(pdf);
        if (file.Trailer["Encrypt"] is not null) throw new PdfFault("an encrypted file cannot be signed");

        var update = new PdfUpdate(pdf, file);
        var signature = update.NewReference();
        var widget = update.NewReference();
        var dictionary = SignatureDictionary(name, reason, now);
        var begins = update.Add(signature, dictionary);
        AddField(update, file, signature, widget);

        var signed = update.Finish();
        var contents = checked((int)begins) + dictionary.IndexOf("/Contents <", StringComparison.Ordinal) + "/Contents ".Length;
        var after = contents + SignatureBytes * 2 + 2;
        var range = $"[0 {contents} {after} {signed.Length - after}]".PadRight(RangePlaceholder.Length);
        var rangeAt = checked((int)begins) + dictionary.IndexOf(RangePlaceholder, StringComparison.Ordinal);
        System.Text.Encoding.ASCII.GetBytes(range, signed.AsSpan(rangeAt));
        return (signed, contents, after);
    }

    private static string SignatureDictionary(string name, string reason, DateTime now)
    {
        var time = now.AddHours(9).ToString("'D:'yyyyMMddHHmmss\"+09'00'\"", CultureInfo.InvariantCulture);
        return $"""
            <</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached
            /M ({time})
            /Name {PdfText.Of(name)}
            /Reason {PdfText.Of(reason)}
            /ByteRange {RangePlaceholder}
            /Contents <{new string('0', SignatureBytes * 2)}>>>
            """;
    }

    private static void AddField(PdfUpdate update, PdfFile file, PdfReference signature, PdfReference widget)
    {
        var (pageReference, page) = file.FirstPage();
        update.Add(widget, $"<</Type /Annot /Subtype /Widget /FT /Sig /T {PdfText.Of($"Signature{signature.Number}")} /V {signature} /F 132 /Rect [0 0 0 0] /P {pageReference}>>");
        update.Add(pageReference, page.With("Annots", Appended(file.Resolve(page["Annots"]), widget)).ToString());

        var root = file.Root;
        var form = file.Resolve(root["AcroForm"]) as PdfDictionary ?? new PdfDictionary([]);
        form = form.With("Fields", Appended(file.Resolve(form["Fields"]), widget)).With("SigFlags", new PdfWord("3"));
        update.Add(file.RootReference, root.With("AcroForm", form).ToString());
    }

    private static PdfArray Appended(PdfValue? array, PdfReference added) => new([.. (array as PdfArray)?.Items ?? [], added]);

    private static byte[] Cms(byte[] content, SigningIdentity identity)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, identity.Signer)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.Add(identity.Authority);
        // EN 319 142-1 6.3: the certificate is bound by this attribute; the time stands in /M, never in signing-time.
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, EssCertificate(identity.Signer)));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>SigningCertificateV2 of RFC 5035; SHA-256 is the default and left out.</summary>
    private static byte[] EssCertificate(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        return writer.Encode();
    }
}
