using System.Buffers.Binary;
using System.Net;
using System.Text.RegularExpressions;

namespace Madoguchi.Notices.Printing;

/// <summary>
/// Names are set in IPAmjMincho. It has the ideographic variation sequences of the Moji_Joho collection; a text with another sequence
/// (Adobe-Japan1) is set as a whole in Noto Serif CJK: one letter from another font inside a name makes readers tear the line apart
/// when they extract the text.
/// </summary>
internal static partial class NameFonts
{
    private static readonly string[] Places = ["/usr/share/fonts/truetype/ipamj/ipamjm.ttf", "/usr/share/fonts/opentype/ipamj/ipamjm.ttf", "/usr/share/fonts/ipa-mj-mincho/ipamjm.ttf"];
    private static readonly Lazy<HashSet<(int Base, int Selector)>> Known = new(() => Places.FirstOrDefault(File.Exists) is { } font ? VariationSequences.Of(File.ReadAllBytes(font)) : []);

    public static string Mark(string html) =>
        Selector().IsMatch(html) ? TextBetweenTags().Replace(html, m => NeedsOtherFont(m.Value) ? $"<span class=\"other-font\">{m.Value}</span>" : m.Value) : html;

    private static bool NeedsOtherFont(string text)
    {
        var previous = 0;
        foreach (var rune in WebUtility.HtmlDecode(text).EnumerateRunes())
        {
            if (rune.Value is >= 0xE0100 and <= 0xE01EF && !Known.Value.Contains((previous, rune.Value))) return true;
            previous = rune.Value;
        }

        return false;
    }

    [GeneratedRegex("&#91[78]\\d{3};|\uDB40[\uDD00-\uDDEF]")]
    private static partial Regex Selector();

    [GeneratedRegex("(?<=>)[^<>]+(?=<)")]
    private static partial Regex TextBetweenTags();
}

/// <summary>Format 14 of a font's cmap table: which variation sequences it draws.</summary>
internal static class VariationSequences
{
    public static HashSet<(int Base, int Selector)> Of(ReadOnlySpan<byte> font)
    {
        var sequences = new HashSet<(int, int)>();
        if (Table(font) is not { } at) return sequences;

        var records = U32(font, at + 6);
        for (var i = 0; i < records; i++)
        {
            var record = at + 10 + 11 * i;
            var selector = U24(font, record);
            if (U32(font, record + 3) is > 0 and var usual)
            {
                for (var r = 0; r < U32(font, at + usual); r++)
                {
                    var range = at + usual + 4 + 4 * r;
                    for (var extra = 0; extra <= font[range + 3]; extra++) sequences.Add((U24(font, range) + extra, selector));
                }
            }

            if (U32(font, record + 7) is > 0 and var own)
            {
                for (var r = 0; r < U32(font, at + own); r++) sequences.Add((U24(font, at + own + 4 + 5 * r), selector));
            }
        }

        return sequences;
    }

    private static int? Table(ReadOnlySpan<byte> font)
    {
        for (var i = 0; i < U16(font, 4); i++)
        {
            if (!font.Slice(12 + 16 * i, 4).SequenceEqual("cmap"u8)) continue;
            var cmap = U32(font, 12 + 16 * i + 8);
            for (var j = 0; j < U16(font, cmap + 2); j++)
            {
                var table = cmap + U32(font, cmap + 4 + 8 * j + 4);
                if (U16(font, table) == 14) return table;
            }
        }

        return null;
    }

    private static int U16(ReadOnlySpan<byte> font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font[at..]);

    private static int U24(ReadOnlySpan<byte> font, int at) => font[at] << 16 | font[at + 1] << 8 | font[at + 2];

    private static int U32(ReadOnlySpan<byte> font, int at) => BinaryPrimitives.ReadInt32BigEndian(font[at..]);
}
