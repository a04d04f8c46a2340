namespace Madoguchi.Files.Domain;

/// <summary>The types residents may send. First bytes, extension and declared type must agree.</summary>
internal static class FileKind
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int HeadLength = 16;

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    /// <summary>The media type to store; null when the three do not agree or the type is not allowed.</summary>
    public static string? Judge(ReadOnlySpan<byte> head, string name, string declared)
    {
        var type = ByFirstBytes(head);
        return type is not null && type == ByExtension(Path.GetExtension(name)) && Agrees(type, MediaTypeOf(declared)) ? type : null;
    }

    private static string? ByFirstBytes(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return "application/pdf";
        if (head.StartsWith(Png)) return "image/png";
        if (head.StartsWith(Jpeg)) return "image/jpeg";
        if (head.Length < 12) return null;
        if (head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8)) return "image/webp";
        return head[4..8].SequenceEqual("ftyp"u8) && IsHeif(head[8..12]) ? "image/heic" : null;
    }

    private static bool IsHeif(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);

    private static string? ByExtension(string extension) => extension.ToLowerInvariant() switch
    {
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".webp" => "image/webp",
        ".heic" or ".heif" => "image/heic",
        _ => null,
    };

    // Many browsers do not know HEIC and declare nothing for it.
    private static bool Agrees(string type, string declared) => declared == type || type switch
    {
        "image/jpeg" => declared is "image/jpg" or "image/pjpeg",
        "image/heic" => declared is "image/heif" or "application/octet-stream" or "",
        _ => false,
    };

    private static string MediaTypeOf(string declared) => declared.Split(';')[0].Trim().ToLowerInvariant();
}
