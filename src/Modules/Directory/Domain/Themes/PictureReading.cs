using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Madoguchi.Directory.Domain.Themes;

/// <summary>Knows a picture by its first bytes, and its size by its own words.</summary>
internal static class PictureReading
{
    public const int LongestSide = 8000;

    private static ReadOnlySpan<byte> PngHead => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>PNG, JPEG or WebP, without what its camera wrote into it; null when it is neither or cannot be read.</summary>
    public static Picture? Read(byte[] content)
    {
        var (type, width, height) = Png(content) ?? Jpeg(content) ?? Webp(content) ?? default;
        return width is < 1 or > LongestSide || height is < 1 or > LongestSide || PlainPicture.Of(type, content) is not { } plain ? null : Made(type, width, height, plain);
    }

    public static Picture Made(string type, int width, int height, byte[] content) =>
        new(new(Convert.ToHexStringLower(SHA256.HashData(content))[..32], type, width, height), content);

    private static (string, int, int)? Png(ReadOnlySpan<byte> c) =>
        c.Length > 24 && c.StartsWith(PngHead) && c[12..16].SequenceEqual("IHDR"u8) ? ("image/png", Big(c[16..], 4), Big(c[20..], 4)) : null;

    // Segments follow one another until the frame says how large it is (SOF0 to SOF15 without DHT, JPG and DAC).
    private static (string, int, int)? Jpeg(ReadOnlySpan<byte> c)
    {
        if (!c.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return null;
        for (var at = 2; at + 9 < c.Length && c[at] == 0xFF;)
        {
            var marker = c[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return ("image/jpeg", Big(c[(at + 7)..], 2), Big(c[(at + 5)..], 2));
            if (marker == 0xFF) at++;
            else at += 2 + Big(c[(at + 2)..], 2);
        }

        return null;
    }

    private static (string, int, int)? Webp(ReadOnlySpan<byte> c)
    {
        if (c.Length < 30 || !c.StartsWith("RIFF"u8) || !c[8..12].SequenceEqual("WEBP"u8)) return null;
        if (c[12..16].SequenceEqual("VP8 "u8)) return ("image/webp", Little(c[26..], 2) & 0x3FFF, Little(c[28..], 2) & 0x3FFF);
        if (c[12..16].SequenceEqual("VP8X"u8)) return ("image/webp", Little(c[24..], 3) + 1, Little(c[27..], 3) + 1);
        if (!c[12..16].SequenceEqual("VP8L"u8) || c[20] != 0x2F) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(c[21..]);
        return ("image/webp", (int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
    }

    private static int Big(ReadOnlySpan<byte> c, int bytes)
    {
        var value = 0;
        for (var i = 0; i < bytes; i++) value = value << 8 | c[i];
        return value;
    }

    private static int Little(ReadOnlySpan<byte> c, int bytes)
    {
        var value = 0;
        for (var i = bytes - 1; i >= 0; i--) value = value << 8 | c[i];
        return value;
    }
}
