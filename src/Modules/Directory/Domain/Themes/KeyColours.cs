namespace Madoguchi.Directory.Domain.Themes;

/// <summary>The key colours as they were set: one, and those that were chosen instead of derived.</summary>
internal sealed record KeyColours(string Key, string? Hover = null, string? Active = null, string? Pale = null, string? Soft = null, string? Deep = null)
{
    /// <summary>All six. The steps are those of the design system's blue: 900, 1000, 1200 and 50, 100, 200.</summary>
    public Tones Tones()
    {
        var key = Colour.Parse(Key)!.Value;
        return new(
            key, Of(Hover) ?? key.Darker(0.74), Of(Active) ?? key.Darker(0.5),
            Of(Pale) ?? key.OnWhite(0.08), Of(Soft) ?? key.OnWhite(0.14), Of(Deep) ?? key.OnWhite(0.22));
    }

    private static Colour? Of(string? text) => text is null ? null : Colour.Parse(text);
}

/// <summary>Two colours that meet on a page, and how much they must differ.</summary>
/// <param name="Name">Of its sentence: <c>staff.theme.pair.NAME</c>.</param>
/// <param name="Tones">The tones in it, by the names of their fields; the first that was chosen is to blame.</param>
internal sealed record Pairing(string Name, double Ratio, double Least, params IReadOnlyList<string> Tones)
{
    public bool Holds => Ratio >= Least;

    /// <summary>Never rounded up: 4.499 is not 4.5.</summary>
    public string Shown => (Math.Floor(Ratio * 100) / 100).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The six colours everything of a city's own is drawn in.</summary>
internal sealed record Tones(Colour Key, Colour Hover, Colour Active, Colour Pale, Colour Soft, Colour Deep)
{
    // 1.4.3 and 1.4.11 of WCAG 2.2.
    private const double ForText = 4.5;
    private const double ForParts = 3;

    // Of the design system: they stay whatever a city sets.
    private static readonly Colour Text = Colour.Parse("333333")!.Value;
    private static readonly Colour Quiet = Colour.Parse("666666")!.Value;
    private static readonly Colour Ground = Colour.Parse("f2f2f2")!.Value;
    private static readonly Colour Focus = Colour.Parse("ffd43d")!.Value;

    public static readonly Tones Plain = new(Colour.Parse("0017c1")!.Value, Colour.Parse("00118f")!.Value, Colour.Parse("000060")!.Value,
        Colour.Parse("e8f1fe")!.Value, Colour.Parse("d9e6ff")!.Value, Colour.Parse("c5d7fb")!.Value);

    /// <summary>Every pairing that the style sheets make.</summary>
    public IEnumerable<Pairing> Pairings()
    {
        yield return For("keyOnWhite", Key, Colour.White, "key");
        yield return For("keyOnGround", Key, Ground, "key");
        yield return For("keyOnPale", Key, Pale, "pale", "key");
        yield return For("hoverOnWhite", Hover, Colour.White, "hover");
        yield return For("hoverOnPale", Hover, Pale, "pale", "hover");
        yield return For("hoverOnSoft", Hover, Soft, "soft", "hover");
        yield return For("hoverOnDeep", Hover, Deep, "deep", "hover");
        yield return For("hoverOnFocus", Hover, Focus, "hover");
        yield return For("activeOnWhite", Active, Colour.White, "active");
        yield return For("activeOnPale", Active, Pale, "pale", "active");
        yield return For("activeOnSoft", Active, Soft, "soft", "active");
        yield return For("activeOnDeep", Active, Deep, "deep", "active");
        yield return For("activeOnFocus", Active, Focus, "active");
        yield return For("textOnPale", Text, Pale, "pale");
        yield return For("quietOnPale", Quiet, Pale, "pale");
        yield return new("focusOnKey", Focus.ContrastWith(Key), ForParts, "key");
        yield return new("focusOnActive", Focus.ContrastWith(Active), ForParts, "active");
    }

    /// <summary>The variables of the style sheet.</summary>
    public string Rules() => $":root{{--key:{Key};--key-hover:{Hover};--key-active:{Active};--key-50:{Pale};--key-100:{Soft};--key-200:{Deep}}}\n";

    private static Pairing For(string name, Colour a, Colour b, params string[] tones) => new(name, a.ContrastWith(b), ForText, tones);
}
