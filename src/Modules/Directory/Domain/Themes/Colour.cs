using System.Globalization;

namespace Madoguchi.Directory.Domain.Themes;

/// <summary>A colour of the screen (sRGB).</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);

    /// <summary><c>#0017c1</c>, also short, without its sign, in capitals or full width; null when it is none.</summary>
    public static Colour? Parse(string text)
    {
        var digits = TextRules.HalfWidth(text).Trim().TrimStart('#');
        if (digits.Length == 3) digits = string.Concat(digits.Select(d => new string(d, 2)));
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return null;
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>WCAG 2.2, contrast ratio: 1 to 21.</summary>
    public double ContrastWith(Colour other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    public Colour Darker(double share) => new(Part(Red * share), Part(Green * share), Part(Blue * share));

    /// <summary>So much of this colour on white.</summary>
    public Colour OnWhite(double share) => new(Part(255 - (255 - Red) * share), Part(255 - (255 - Green) * share), Part(255 - (255 - Blue) * share));

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    // WCAG 2.2, relative luminance.
    private double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    private static double Linear(byte part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static byte Part(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
