using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Madoguchi.Testing;

/// <summary>Pictures a city could send.</summary>
public static class SmallPictures
{
    /// <summary>A drawing twice as wide as high.</summary>
    public static byte[] Svg { get; } = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><circle cx='20' cy='10' r='9' fill='#00543a'/></svg>");

    /// <summary>The first segments of a JPEG of 600 by 300: nothing more of it is read.</summary>
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0x01, 0x2C, 0x02, 0x58, 1, 1, 0x11, 0, 0xFF, 0xD9];

    /// <summary>The head of a WebP and of its first chunk.</summary>
    public static byte[] Webp(string chunk, params byte[] rest) => [.. "RIFF\0\0\0\0WEBP"u8, .. Encoding.ASCII.GetBytes(chunk), .. rest, .. new byte[16]];

    /// <summary>A whole PNG of one colour.</summary>
    public static byte[] Png(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[(width * 3 + 1) * height]);
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(named));
        return chunk;
    }

    // The check sum every chunk of a PNG ends with.
    private static uint Crc(byte[] content)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var b in content)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? 0xEDB88320u ^ sum >> 1 : sum >> 1;
        }

        return ~sum;
    }
}
