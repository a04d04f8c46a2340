using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Kernel.Numbers;

/// <summary>Codes in Crockford's base 32: read aloud and typed without doubt between 0 and O, 1, I and L.</summary>
public static class Crockford
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A random code, five bits a character: 16 characters are 80 bits.</summary>
    public static string Random(int length = 16) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>Bytes as characters, five bits each, the last one filled with zeros.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(((bytes.Length * 8) + 4) / 5);
        int bits = 0, held = 0;
        foreach (var value in bytes)
        {
            held = (held << 8) | value;
            for (bits += 8; bits >= 5;)
            {
                bits -= 5;
                text.Append(Alphabet[(held >> bits) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Alphabet[(held << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>What was meant: half width, capitals, O as 0, I and L as 1, no hyphens or spaces.</summary>
    public static string Normalise(string text) =>
        string.Concat(TextRules.Digits(TextRules.HalfWidth(text)).ToUpperInvariant().Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));

    /// <summary>The normalised code; false when it has another length or other characters.</summary>
    public static bool TryNormalise([NotNullWhen(true)] string? text, out string code, int length = 16)
    {
        code = text is null || text.Length > 4 * length ? "" : Normalise(text);
        return code.Length == length && code.All(Alphabet.Contains);
    }

    /// <summary>In groups of four for print: <c>ABCD-EFGH-JKMN-PQRS</c>.</summary>
    public static string Grouped(string code) => string.Join('-', code.Chunk(4).Select(c => new string(c)));
}
