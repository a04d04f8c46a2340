using System.Text;
using Madoguchi.Files.Domain;

namespace Files.Tests.Domain;

public sealed class FileKindTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0, 1];
    private static readonly byte[] Webp = [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8];
    private static readonly byte[] Heic = [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0];

    [Fact]
    public void Bytes_extension_and_declared_type_must_agree()
    {
        Assert.Equal("application/pdf", FileKind.Judge(Pdf, "a.PDF", "application/pdf"));
        Assert.Equal("image/png", FileKind.Judge(Png, "a.png", "image/png; charset=binary"));
        Assert.Equal("image/jpeg", FileKind.Judge(Jpeg, "a.jpeg", "image/jpg"));
        Assert.Equal("image/webp", FileKind.Judge(Webp, "a.webp", "image/webp"));
        Assert.Equal("image/heic", FileKind.Judge(Heic, "IMG_1.HEIC", "application/octet-stream"));
    }

    [Theory]
    [InlineData("a.png", "application/pdf")]
    [InlineData("a.pdf", "image/png")]
    [InlineData("a.pdf", "application/octet-stream")]
    [InlineData("a.pdf", "")]
    [InlineData("a.pdf.exe", "application/pdf")]
    [InlineData("a", "application/pdf")]
    public void A_pdf_that_calls_itself_something_else_is_refused(string name, string declared) => Assert.Null(FileKind.Judge(Pdf, name, declared));

    [Theory]
    [InlineData("<html>", "a.pdf", "application/pdf")]
    [InlineData("<svg xmlns='…'/>", "a.svg", "image/svg+xml")]
    [InlineData("MZ", "a.exe", "application/octet-stream")]
    [InlineData("%PDF", "a.pdf", "application/pdf")]
    [InlineData("RIFF", "a.webp", "image/webp")]
    [InlineData("\0\0\0\u0018ftypisom0000", "a.heic", "image/heic")]
    public void Bytes_of_another_kind_are_refused(string bytes, string name, string declared) =>
        Assert.Null(FileKind.Judge(Encoding.UTF8.GetBytes(bytes), name, declared));
}
