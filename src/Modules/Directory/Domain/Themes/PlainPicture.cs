using System.Buffers.Binary;

namespace Madoguchi.Directory.Domain.Themes;

/// <summary>A picture without what a camera or a program wrote into it: place, time, device, names. How a photograph is turned stays, or it would lie on its side.</summary>
internal static class PlainPicture
{
    /// <summary>The picture, copied part by part; null when its parts cannot be followed.</summary>
    public static byte[]? Of(string mediaType, byte[] content) => mediaType switch
    {
        "image/jpeg" => Jpeg(content),
        "image/png" => Png(content),
        "image/webp" => Webp(content),
        _ => content,
    };

    // Exif, XMP (APP1), IPTC (APP13) and comments go; whatever stands behind the end of the picture goes with them.
    private static byte[]? Jpeg(ReadOnlySpan<byte> c)
    {
        var made = new List<byte> { 0xFF, 0xD8 };
        var turned = 0;
        for (var at = 2; at + 1 < c.Length;)
        {
            if (c[at] != 0xFF) return null;
            var marker = c[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9) break;
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                made.AddRange([0xFF, marker]);
                at += 2;
                continue;
            }

            if (at + 4 > c.Length) return null;
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(c[(at + 2)..]);
            if (end > c.Length || end < at + 4) return null;
            if (marker == 0xE1 && turned == 0) turned = ExifTurn.Of(c[(at + 4)..end]);
            if (marker is not (0xE1 or 0xED or 0xFE)) made.AddRange(c[at..end]);
            at = end;
            if (marker != 0xDA) continue;
            // The picture itself: to the next marker that is neither a stuffed byte nor a restart.
            while (at + 1 < c.Length && !(c[at] == 0xFF && c[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))) made.Add(c[at++]);
        }

        made.AddRange([0xFF, 0xD9]);
        // JFIF's own segment stays the first.
        if (turned > 1) made.InsertRange(made[3] == 0xE0 ? 4 + BinaryPrimitives.ReadUInt16BigEndian([made[4], made[5]]) : 2, ExifTurn.Segment(turned));
        return [.. made];
    }

    private static byte[]? Png(ReadOnlySpan<byte> c)
    {
        var made = new List<byte>(c.Length);
        made.AddRange(c[..8]);
        for (var at = 8; at + 12 <= c.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(c[at..]);
            if (length > c.Length - at - 12) return null;
            var end = at + 12 + (int)length;
            var name = c.Slice(at + 4, 4);
            if (!name.SequenceEqual("eXIf"u8) && !name.SequenceEqual("tEXt"u8) && !name.SequenceEqual("zTXt"u8) && !name.SequenceEqual("iTXt"u8) && !name.SequenceEqual("tIME"u8)) made.AddRange(c[at..end]);
            at = end;
            if (name.SequenceEqual("IEND"u8)) break;
        }

        return [.. made];
    }

    private static byte[]? Webp(ReadOnlySpan<byte> c)
    {
        var made = new List<byte>(c.Length);
        made.AddRange(c[..12]);
        for (var at = 12; at + 8 <= c.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(c[(at + 4)..]);
            if (length > c.Length - at - 8) return null;
            var end = Math.Min(c.Length, at + 8 + (int)(length + length % 2));
            var name = c.Slice(at, 4);
            if (!name.SequenceEqual("EXIF"u8) && !name.SequenceEqual("XMP "u8)) made.AddRange(c[at..end]);
            at = end;
        }

        byte[] plain = [.. made];
        BinaryPrimitives.WriteUInt32LittleEndian(plain.AsSpan(4), (uint)plain.Length - 8);
        // The head says no longer that they follow.
        if (plain.Length > 20 && plain.AsSpan(12, 4).SequenceEqual("VP8X"u8)) plain[20] &= 0xF3;
        return plain;
    }
}
