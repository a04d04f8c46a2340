using System.Text;
using Madoguchi.Notices.Pdf;
using Madoguchi.Notices.Signing;
using Madoguchi.Testing;

namespace Notices.Tests.Signing;

public sealed class PdfSignerTests(City city)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pdfsig_finds_the_signature_valid_and_the_whole_document_signed(bool streams)
    {
        using var folder = new TemporaryFolder();
        var said = await Tool.Run("pdfsig", folder.File("n.pdf", city.Sign(SmallPdf.Make(streams))));
        Assert.Contains("Signature Validation: Signature is Valid.", said);
        Assert.Contains("Total document signed", said);
        Assert.Contains("ETSI.CAdES.detached", said);
        Assert.Contains("みなと台市長", said);
    }

    [Fact]
    public async Task Pdfsig_trusts_the_certificate_when_the_authority_is_trusted()
    {
        using var folder = new TemporaryFolder();
        var database = System.IO.Directory.CreateDirectory(Path.Combine(folder.Path, "nss")).FullName;
        var root = folder.File("root.der", city.Mayor.Authority.RawData);
        if (!File.Exists("/usr/bin/certutil")) Assert.Skip("libnss3-tools is not installed");
        await Tool.Run("certutil", "-N", "-d", "sql:" + database, "--empty-password");
        await Tool.Run("certutil", "-A", "-d", "sql:" + database, "-n", "authority", "-t", "CT,CT,CT", "-i", root);

        var said = await Tool.Run("pdfsig", "-nssdir", "sql:" + database, folder.File("n.pdf", city.Sign(SmallPdf.Make(false))));
        Assert.Contains("Signature is Valid.", said);
        Assert.Contains("Certificate is Trusted.", said);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pdfsig_rejects_it_after_one_byte_is_changed(bool streams)
    {
        using var folder = new TemporaryFolder();
        var signed = city.Sign(SmallPdf.Make(streams));
        signed[signed.AsSpan().IndexOf("Hello"u8)] ^= 1;
        Assert.Contains("Digest Mismatch", await Tool.Run("pdfsig", folder.File("n.pdf", signed)));
    }

    [Fact]
    public void The_printed_bytes_stay_as_they_are()
    {
        var printed = SmallPdf.Make(false);
        Assert.True(city.Sign(printed).AsSpan().StartsWith(printed));
    }

    [Fact]
    public async Task A_second_signature_keeps_the_first()
    {
        using var folder = new TemporaryFolder();
        var said = await Tool.Run("pdfsig", folder.File("n.pdf", city.Sign(city.Sign(SmallPdf.Make(false)))));
        Assert.Equal(2, said.Split("Signature is Valid.").Length - 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("%PDF-1.4\n%%EOF")]
    [InlineData("%PDF-1.4\nstartxref\n99999999999\n%%EOF")]
    [InlineData("%PDF-1.4\nstartxref\n0\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\n0 2147483647\n0000000000 65535 n \nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\n0 0\ntrailer\n<</Size 5 /Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.4\nxref\n0 0\ntrailer\n<</Size -5>>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.4\n1 0 obj <</Type /XRef /W [8 8 8] /Size 9 /Length 99>> stream\nstartxref\n9\n%%EOF")]
    public void A_file_that_is_no_pdf_is_refused(string file) =>
        Assert.Throws<PdfFault>(() => city.Sign(Encoding.ASCII.GetBytes(file)));

    [Fact]
    public void Deep_nesting_ends_in_a_fault() =>
        Assert.Throws<PdfFault>(() => city.Sign(Encoding.ASCII.GetBytes("%PDF-1.4\nxref\n0 0\ntrailer\n" + new string('[', 100_000) + "\nstartxref\n9\n%%EOF")));

    [Fact]
    public void An_encrypted_file_is_not_signed()
    {
        var file = Encoding.Latin1.GetString(SmallPdf.Make(false)).Replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 4 0 R");
        Assert.Throws<PdfFault>(() => city.Sign(Encoding.Latin1.GetBytes(file)));
        Assert.Throws<PdfFault>(() => PdfSigner.Check(Encoding.Latin1.GetBytes(file)));
    }

    [Fact]
    public void Any_damage_is_signed_or_refused_but_never_worse()
    {
        var random = new Random(20261122);
        foreach (var streams in new[] { false, true })
        {
            var whole = SmallPdf.Make(streams);
            for (var i = 0; i < 3000; i++)
            {
                var damaged = whole.ToArray();
                for (var n = random.Next(1, 6); n > 0; n--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                try
                {
                    PdfSigner.Check(damaged);
                }
                catch (PdfFault)
                {
                }
            }
        }
    }
}
