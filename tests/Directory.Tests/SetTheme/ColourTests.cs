using Madoguchi.Directory.Domain.Themes;

namespace Directory.Tests.SetTheme;

/// <summary>The contrast formula of WCAG 2.2 and the tones made from one colour.</summary>
public sealed class ColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#ffffff", "#ffffff", 1.0)]
    [InlineData("#767676", "#ffffff", 4.54)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#949494", "#ffffff", 3.03)]
    [InlineData("#ff0000", "#ffffff", 4.0)]
    [InlineData("#0000ff", "#ffffff", 8.59)]
    public void Contrast_is_what_the_formula_gives_in_both_directions(string a, string b, double expected)
    {
        var (one, other) = (Colour.Parse(a)!.Value, Colour.Parse(b)!.Value);
        Assert.Equal(expected, one.ContrastWith(other), 0.005);
        Assert.Equal(one.ContrastWith(other), other.ContrastWith(one));
    }

    [Theory]
    [InlineData("#0017C1", "#0017c1")]
    [InlineData("0017c1", "#0017c1")]
    [InlineData("　＃００１７ｃ１", "#0017c1")]
    [InlineData("#abc", "#aabbcc")]
    [InlineData("blue", null)]
    [InlineData("#12345", null)]
    [InlineData("#1234567", null)]
    [InlineData("rgb(0,0,0)", null)]
    [InlineData("#00;}*{", null)]
    [InlineData("", null)]
    public void A_colour_is_read_in_any_width_and_nothing_else_is_one(string typed, string? expected) => Assert.Equal(expected, Colour.Parse(typed)?.ToString());

    [Fact]
    public void The_blue_of_the_design_system_holds_in_every_pairing_and_so_do_tones_made_from_it()
    {
        Assert.All(Tones.Plain.Pairings(), p => Assert.True(p.Holds, p.Name));
        Assert.All(new KeyColours("#0017c1").Tones().Pairings(), p => Assert.True(p.Holds, p.Name));
    }

    [Fact]
    public void Each_tone_is_told_of_when_it_does_not_hold()
    {
        var white = Colour.White;
        Assert.Equal(
            ["keyOnWhite", "keyOnGround", "keyOnPale", "focusOnKey"], Broken(Tones.Plain with { Key = white }));
        Assert.Equal(["hoverOnWhite", "hoverOnPale", "hoverOnSoft", "hoverOnDeep", "hoverOnFocus"], Broken(Tones.Plain with { Hover = white }));
        Assert.Equal(["activeOnWhite", "activeOnPale", "activeOnSoft", "activeOnDeep", "activeOnFocus", "focusOnActive"], Broken(Tones.Plain with { Active = white }));
        Assert.Equal(["keyOnPale", "hoverOnPale", "activeOnPale", "textOnPale", "quietOnPale"], Broken(Tones.Plain with { Pale = Colour.Parse("#333333")!.Value }));
        Assert.Equal(["hoverOnSoft", "activeOnSoft"], Broken(Tones.Plain with { Soft = Tones.Plain.Hover }));
        Assert.Equal(["hoverOnDeep", "activeOnDeep"], Broken(Tones.Plain with { Deep = Tones.Plain.Hover }));
    }

    [Fact]
    public void A_ratio_is_never_rounded_up_to_what_is_asked() => Assert.Equal("4.49", new Pairing("x", 4.4999, 4.5).Shown);

    private static IEnumerable<string> Broken(Tones tones) => tones.Pairings().Where(p => !p.Holds).Select(p => p.Name);
}
