using System.Text;
using Madoguchi.Directory.Domain.Themes;
using Madoguchi.Testing;

namespace Directory.Tests.SetTheme;

/// <summary>A picture is what its first bytes say, as large as it says itself.</summary>
public sealed class PictureReadingTests
{
    public static TheoryData<byte[], string, int, int> Pictures() => new()
    {
        { SmallPictures.Png(640, 320), "image/png", 640, 320 },
        { SmallPictures.Jpeg, "image/jpeg", 600, 300 },
        { SmallPictures.Webp("VP8X", 10, 0, 0, 0, 0, 0, 0, 0, 0x57, 0x02, 0, 0x2B, 0x01, 0), "image/webp", 600, 300 },
        { SmallPictures.Webp("VP8L", 10, 0, 0, 0, 0x2F, 0x57, 0xC2, 0x4A, 0), "image/webp", 600, 300 },
        { SmallPictures.Webp("VP8 ", 10, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x58, 0x02, 0x2C, 0x01), "image/webp", 600, 300 },
    };

    [Theory, MemberData(nameof(Pictures))]
    public void Kind_and_size_are_read_from_its_bytes(byte[] content, string type, int width, int height)
    {
        var facts = PictureReading.Read(content)!.Facts;
        Assert.Equal((type, width, height), (facts.MediaType, facts.Width, facts.Height));
    }

    [Fact]
    public void Anything_else_broken_or_huge_is_none()
    {
        byte[][] others = [[], Encoding.UTF8.GetBytes("<svg/>"), Encoding.UTF8.GetBytes("GIF89a______________________"), "%PDF-1.7 0000000000000000000000"u8.ToArray(), [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1], Encoding.UTF8.GetBytes("<html>PNG")];
        foreach (var other in others) Assert.Null(PictureReading.Read(other));
        Assert.Null(PictureReading.Read(SmallPictures.Png(640, 320)[..20]));
        Assert.Null(PictureReading.Read(SmallPictures.Png(9000, 1)));
        Assert.Null(PictureReading.Read(SmallPictures.Png(0, 1)));
    }
}
