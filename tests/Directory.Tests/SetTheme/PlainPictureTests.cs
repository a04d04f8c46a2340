using System.Text;
using Madoguchi.Directory.Domain.Themes;
using Madoguchi.Testing;

namespace Directory.Tests.SetTheme;

/// <summary>What a camera wrote into a picture goes; the picture, and how it is turned, stay.</summary>
public sealed class PlainPictureTests
{
    private static readonly byte[] Place = Encoding.ASCII.GetBytes("35.6812N 139.7671E");

    // Little endian: one entry before the orientation, so that the second is found.
    private static byte[] Exif(byte turn) =>
    [
        .. "Exif\0\0II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x0F, 0x01, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0, .. Place,
    ];

    private static byte[] Segment(byte marker, params byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static readonly byte[] Frame = Segment(0xC2, 8, 0x01, 0x2C, 0x02, 0x58, 1, 1, 0x11, 0);
    private static readonly byte[] Scan = [.. Segment(0xDA, 1, 1, 0, 0, 63, 0), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56];
    private static readonly byte[] Head = Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

    [Fact]
    public void A_photograph_loses_exif_xmp_iptc_comments_and_what_hangs_behind_it()
    {
        byte[] photograph =
        [
            0xFF, 0xD8, .. Head, .. Segment(0xE1, Exif(1)), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Place]), .. Segment(0xED, Place), .. Segment(0xFE, Place), .. Frame,
            .. Scan, .. Segment(0xE1, Place), .. Scan, 0xFF, 0xD9, 0xFF, 0xD8, .. Place,
        ];
        var plain = PictureReading.Read(photograph)!.Content;
        Assert.Equal([0xFF, 0xD8, .. Head, .. Frame, .. Scan, .. Scan, 0xFF, 0xD9], plain);
        Assert.Equal(plain, PictureReading.Read(plain)!.Content);
    }

    [Theory, InlineData(6), InlineData(3), InlineData(8)]
    public void A_photograph_that_lies_on_its_side_stays_turned_and_says_nothing_else(byte turn)
    {
        byte[] photograph = [0xFF, 0xD8, .. Head, .. Segment(0xE1, Exif(turn)), .. Frame, .. Scan, 0xFF, 0xD9];
        var plain = PictureReading.Read(photograph)!.Content;
        Assert.Equal([0xFF, 0xD8, .. Head, .. ExifTurn.Segment(turn), .. Frame, .. Scan, 0xFF, 0xD9], plain);
        Assert.Equal(turn, ExifTurn.Of(ExifTurn.Segment(turn).AsSpan(4)));
        Assert.Equal(36, ExifTurn.Segment(turn).Length);
        Assert.Equal(plain, PictureReading.Read(plain)!.Content);
    }

    [Fact]
    public void A_png_keeps_only_what_is_its_picture()
    {
        var png = SmallPictures.Png(40, 20);
        byte[] told = [.. png[..33], .. Chunk("tEXt", Place), .. Chunk("eXIf", Exif(6)), .. Chunk("iTXt", Place), .. Chunk("tIME", [7, 234, 1, 1, 0, 0, 0]), .. Chunk("gAMA", [0, 0, 177, 143]), .. png[33..], .. Place];
        Assert.Equal([.. png[..33], .. Chunk("gAMA", [0, 0, 177, 143]), .. png[33..]], PictureReading.Read(told)!.Content);
        Assert.Equal(png, PictureReading.Read(png)!.Content);
    }

    [Fact]
    public void A_webp_loses_exif_and_xmp_and_no_longer_says_that_they_follow()
    {
        byte[] Part(string name, params byte[] content) => [.. Encoding.ASCII.GetBytes(name), (byte)content.Length, 0, 0, 0, .. content, .. new byte[content.Length % 2]];
        byte[] Riff(byte flags, params byte[] parts)
        {
            byte[] all = [.. "WEBP"u8, .. Part("VP8X", flags, 0, 0, 0, 0x57, 0x02, 0, 0x2B, 0x01, 0), .. parts];
            return [.. "RIFF"u8, (byte)all.Length, 0, 0, 0, .. all];
        }

        var picture = Part("VP8 ", 1, 2, 3);
        Assert.Equal(Riff(0x10, picture), PictureReading.Read(Riff(0x1C, [.. picture, .. Part("EXIF", Exif(1)), .. Part("XMP ", Place)]))!.Content);
    }

    [Fact]
    public void Parts_that_cannot_be_followed_are_no_picture()
    {
        var png = SmallPictures.Png(40, 20);
        Assert.Null(PictureReading.Read([.. png[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "tEXt"u8, .. new byte[40]]));
        Assert.Null(PictureReading.Read([0xFF, 0xD8, .. Frame, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2, 3, 4]));
        Assert.Null(PictureReading.Read([0xFF, 0xD8, .. Frame, 0x00, 0x01, 0x02, 0x03]));
    }

    private static byte[] Chunk(string name, byte[] content) => [0, 0, 0, (byte)content.Length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
}
