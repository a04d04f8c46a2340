using System.Buffers.Binary;

namespace Madoguchi.Directory.Domain.Themes;

/// <summary>How a photograph is to be turned (Exif orientation, 1 to 8), read from its Exif and written as the only thing in a new one.</summary>
internal static class ExifTurn
{
    private const ushort Orientation = 0x0112;

    private static ReadOnlySpan<byte> Head => "Exif\0\0"u8;

    /// <param name="segment">What stands in an APP1 segment.</param>
    /// <returns>1 to 8; 0 when it does not say.</returns>
    public static int Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(Head)) return 0;
        var tiff = segment[Head.Length..];
        if (tiff.Length < 8) return 0;
        var little = tiff[0] == 'I';
        var entries = Long(tiff[4..], little);
        if (entries > tiff.Length - 2) return 0;
        var directory = tiff[(int)entries..];
        var count = Short(directory, little);
        for (var i = 0; i < count && 2 + 12 * (i + 1) <= directory.Length; i++)
        {
            var entry = directory[(2 + 12 * i)..];
            if (Short(entry, little) == Orientation) return Short(entry[8..], little) is >= 1 and <= 8 and var turn ? turn : 0;
        }

        return 0;
    }

    public static byte[] Segment(int turn) =>
    [
        0xFF, 0xE1, 0, 34, .. Head, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> c, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(c) : BinaryPrimitives.ReadUInt16BigEndian(c);

    private static uint Long(ReadOnlySpan<byte> c, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(c) : BinaryPrimitives.ReadUInt32BigEndian(c);
}
