using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Madoguchi.Notices.Verification;

/// <summary>
/// A signature found in a file: which bytes it claims to cover and the CMS itself. Found by looking for /ByteRange in the bytes, not by
/// following the file's own structure: what is trusted is only that the range is the whole file but for one hexadecimal string.
/// </summary>
internal sealed partial record PdfSeal(int ContentsAt, int ContentsEnd, bool CoversWholeFile, byte[] Cms, DateTime? ClaimedTime)
{
    private const int MaxCandidates = 32;

    /// <summary>The seals of a file, the one that covers most of it first.</summary>
    public static IReadOnlyList<PdfSeal> Find(byte[] file)
    {
        var seals = new List<PdfSeal>();
        var at = 0;
        for (var i = 0; i < MaxCandidates; i++)
        {
            var found = file.AsSpan(at).IndexOf("/ByteRange"u8);
            if (found < 0) break;
            at += found + "/ByteRange".Length;
            if (Read(file, at) is { } seal) seals.Add(seal);
        }

        return [.. seals.OrderByDescending(s => s.CoversWholeFile).ThenByDescending(s => s.ContentsEnd)];
    }

    /// <summary>The bytes the signature covers.</summary>
    public byte[] Covered(byte[] file) => [.. file.AsSpan(0, ContentsAt), .. file.AsSpan(ContentsEnd)];

    private static PdfSeal? Read(byte[] file, int at)
    {
        var head = Encoding.Latin1.GetString(file, at, Math.Min(100, file.Length - at));
        var match = Range().Match(head);
        if (!match.Success) return null;

        var numbers = Enumerable.Range(1, 4).Select(g => long.Parse(match.Groups[g].ValueSpan, CultureInfo.InvariantCulture)).ToArray();
        var (start, contentsAt, contentsEnd, rest) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        if (start != 0 || contentsAt < 0 || contentsEnd - contentsAt < 4 || contentsEnd > file.Length) return null;
        if (HexString(file.AsSpan((int)contentsAt, (int)(contentsEnd - contentsAt))) is not { } cms) return null;

        return new PdfSeal((int)contentsAt, (int)contentsEnd, contentsEnd + rest == file.Length, cms, Time(file, at));
    }

    /// <summary>Exactly <c>&lt;hex&gt;</c>: anything else in the gap could be content nobody signed.</summary>
    private static byte[]? HexString(ReadOnlySpan<byte> gap)
    {
        if (gap.Length % 2 != 0 || gap[0] != '<' || gap[^1] != '>') return null;
        var bytes = new byte[gap.Length / 2 - 1];
        return Convert.FromHexString(Encoding.Latin1.GetString(gap[1..^1]), bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == bytes.Length ? bytes : null;
    }

    /// <summary>The claimed time /M of the same dictionary, which our signer writes before the range.</summary>
    private static DateTime? Time(byte[] file, int at)
    {
        var before = Math.Max(0, at - 2048);
        var match = ClaimedAt().Match(Encoding.Latin1.GetString(file, before, at - before));
        return match.Success && DateTimeOffset.TryParseExact(
            $"{match.Groups[1].Value}{match.Groups[2].Value}:{match.Groups[3].Value}", "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.UtcDateTime
            : null;
    }

    [GeneratedRegex(@"^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"/M\s*\(D:(\d{14})([+-]\d{2})'(\d{2})'?\)", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex ClaimedAt();
}
