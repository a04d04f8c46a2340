using System.Text;
using Madoguchi.Directory.Domain.Themes;

namespace Directory.Tests.SetTheme;

/// <summary>Marks from strangers: what draws is kept, nothing that acts or asks elsewhere is.</summary>
public sealed class CleanSvgTests
{
    private const string Circle = "<circle cx='5' cy='5' r='4' fill='#00543a'/>";

    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>", "alert")]
    [InlineData("<rect width='1' height='1' onload='alert(1)' onclick='alert(1)'/>", "alert")]
    [InlineData("<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='x' onerror='alert(1)'/></body></foreignObject>", "foreign")]
    [InlineData("<image href='https://elsewhere.example/x.png'/>", "elsewhere")]
    [InlineData("<image xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='data:image/svg+xml;base64,PHN2Zz4='/>", "data:")]
    [InlineData("<use href='https://elsewhere.example/x.svg#a'/>", "elsewhere")]
    [InlineData("<use href='#a'/>", "use")]
    [InlineData("<a href='javascript:alert(1)'><rect width='1' height='1'/></a>", "javascript")]
    [InlineData("<style>@import url(https://elsewhere.example/x.css)</style>", "elsewhere")]
    [InlineData("<rect width='1' height='1' fill='url(https://elsewhere.example/x)'/>", "elsewhere")]
    [InlineData("<rect width='1' height='1' fill='url(x.svg)'/>", "url")]
    [InlineData("<rect width='1' height='1' style='fill:url(//elsewhere.example/x);background:expression(alert(1))'/>", "elsewhere")]
    [InlineData("<linearGradient href='https://elsewhere.example/x#a'/>", "elsewhere")]
    [InlineData("<animate attributeName='href' to='javascript:alert(1)'/>", "animate")]
    [InlineData("<set attributeName='onload' to='alert(1)'/>", "alert")]
    [InlineData("<filter><feImage href='https://elsewhere.example/x'/></filter>", "elsewhere")]
    [InlineData("<handler xmlns='http://www.w3.org/2001/xml-events'>alert(1)</handler>", "alert")]
    [InlineData("<text>文字</text>", "文字")]
    [InlineData("<!-- secret -->", "secret")]
    [InlineData("<?xml-stylesheet href='https://elsewhere.example/x.css'?>", "elsewhere")]
    public void What_acts_or_asks_elsewhere_is_left_behind_and_the_drawing_stays(string hostile, string trace)
    {
        var clean = Read($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10' onload='alert(1)'>{hostile}{Circle}</svg>");
        Assert.NotNull(clean);
        Assert.DoesNotContain(trace, clean, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert", clean, StringComparison.Ordinal);
        Assert.Contains("<circle", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><script>alert(1)</script></svg>")]
    [InlineData("<svg viewBox='0 0 10 10'><circle r='4'/></svg>")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><circle r='4'/></svg></html>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><circle r='4'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'><circle r='4'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 NaN 1'><circle r='4'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 1'><circle r='4'/></svg>")]
    [InlineData("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><circle r='4'/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><circle r='4'/>&x;</svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><circle r='4'/>&c;</svg>")]
    public void What_is_no_drawing_or_holds_entities_is_refused(string hostile) => Assert.Null(Read(hostile));

    [Fact]
    public void Too_deep_and_too_many_are_refused()
    {
        Assert.Null(Read($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>{string.Concat(Enumerable.Repeat("<g>", 5000))}{Circle}{string.Concat(Enumerable.Repeat("</g>", 5000))}</svg>"));
        Assert.Null(Read($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>{string.Concat(Enumerable.Repeat("<g/>", 5000))}{Circle}</svg>"));
    }

    [Fact]
    public void What_drawing_programs_write_is_understood()
    {
        var clean = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="200px" height="100px" inkscape:version="1.3">
              <defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff;stop-opacity:1"/></linearGradient><linearGradient id="b" xlink:href="#a"/></defs>
              <g inkscape:label="Layer" transform="translate(1,2) scale(1.5e0)"><path style="fill:url(#b);stroke:none" d="M0 0L10,10z"/></g>
            </svg>
            """);
        Assert.NotNull(clean);
        foreach (var kept in new[] { "viewBox=\"0 0 200 100\"", "width=\"256\"", "height=\"128\"", "fill=\"url(#b)\"", "href=\"#a\"", "stop-color=\"#fff\"", "translate(1,2)" }) Assert.Contains(kept, clean, StringComparison.Ordinal);
        Assert.DoesNotContain("inkscape", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("style", clean, StringComparison.Ordinal);
    }

    private static string? Read(string svg) => CleanSvg.Read(Encoding.UTF8.GetBytes(svg)) is { } picture ? Encoding.UTF8.GetString(picture.Content) : null;
}
