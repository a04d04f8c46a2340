using System.Text;
using Madoguchi.Notices.Signing;
using Madoguchi.Notices.Verification;
using Madoguchi.Testing;

namespace Notices.Tests.Verification;

public sealed class PdfVerifierTests(City city)
{
    private byte[] Signed => field ??= city.Sign(SmallPdf.Make(false));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_unaltered_notice_is_intact_and_names_its_signer_and_time(bool streams)
    {
        var report = Verify(city.Sign(SmallPdf.Make(streams)));
        Assert.Equal(new SealReport("みなと台市長", City.Now, true, true, true), report);
        Assert.True(report!.Intact);
    }

    [Fact]
    public void One_changed_byte_anywhere_is_noticed()
    {
        var seal = PdfSeal.Find(Signed).Single();
        var places = Enumerable.Range(0, Signed.Length).Where(i => i < seal.ContentsAt || i >= seal.ContentsEnd);
        foreach (var place in places)
        {
            var changed = Signed.ToArray();
            changed[place] ^= 0x01;
            Assert.False(Verify(changed)?.Intact ?? false, $"byte {place}");
        }
    }

    [Fact]
    public void A_changed_signature_is_noticed()
    {
        var seal = PdfSeal.Find(Signed).Single();
        for (var place = seal.ContentsAt; place < seal.ContentsEnd; place += 97)
        {
            var changed = Signed.ToArray();
            changed[place] = (byte)(changed[place] == '1' ? '2' : '1');
            var report = Verify(changed);
            // The second certificate and other unsigned parts of the CMS say nothing about the document.
            if (report is { Intact: true }) Assert.Equal("みなと台市長", report.Signer);
        }
    }

    [Fact]
    public void Appended_bytes_are_noticed()
    {
        Assert.False(Verify([.. Signed, (byte)'\n'])!.Intact);
        Assert.False(Verify([.. Signed, .. "5 0 obj <</Type /Page>> endobj"u8])!.Intact);
    }

    [Fact]
    public void An_update_after_the_signature_with_its_own_range_does_not_borrow_its_validity()
    {
        var forged = PdfSigner.Sign(Signed, City.Identity(), "偽造", City.Now);
        var report = Verify(forged)!;
        Assert.False(report.Intact);
        Assert.False(report.Trusted && report.CoversWholeFile);
    }

    [Fact]
    public void A_truncated_file_is_noticed()
    {
        foreach (var length in new[] { 0, 1, 10, 500, Signed.Length / 2, Signed.Length - 1 })
            Assert.False(Verify(Signed[..length])?.Intact ?? false);
    }

    [Fact]
    public void Another_authority_is_not_ours()
    {
        var report = Verify(PdfSigner.Sign(SmallPdf.Make(false), City.Identity(), "8み子支指令第12号", City.Now))!;
        Assert.True(report.Unaltered);
        Assert.False(report.Trusted);
        Assert.False(report.Intact);
    }

    [Fact]
    public void A_certificate_not_valid_when_it_signed_is_not_trusted() =>
        Assert.False(Verify(PdfSigner.Sign(SmallPdf.Make(false), city.Mayor, "8み子支指令第12号", City.Now.AddYears(6)))!.Trusted);

    [Theory]
    [InlineData("")]
    [InlineData("/ByteRange")]
    [InlineData("/ByteRange [0 0 0 0]")]
    [InlineData("/ByteRange [0 9999999999 9999999999 9999999999]")]
    [InlineData("/ByteRange [0 23 27 1]<zz> ")]
    [InlineData("/ByteRange [0 23 27 1]<00> ")]
    public void Garbage_has_no_signature(string file) => Assert.Null(Verify(Encoding.ASCII.GetBytes(file)));

    [Fact]
    public void Noise_has_no_signature()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var noise = new byte[2000];
            random.NextBytes(noise);
            Assert.Null(Verify(noise));
        }
    }

    private SealReport? Verify(byte[] file) => PdfVerifier.Verify(file, city.Authorities);
}
