using System.Text.Encodings.Web;
using Madoguchi.Kernel.Text;

namespace Kernel.Tests.Text;

public sealed class LocalizedTextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("madoguchi-texts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("{申請|しんせい}する", "<ruby>申請<rp>(</rp><rt>しんせい</rt><rp>)</rp></ruby>する", "申請する")]
    [InlineData("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;", "a < b & \"c\"")]
    [InlineData("{<b>|<i>}", "<ruby>&lt;b&gt;<rp>(</rp><rt>&lt;i&gt;</rt><rp>)</rp></ruby>", "<b>")]
    [InlineData("{name}は{市|し}", "{name}は<ruby>市<rp>(</rp><rt>し</rt><rp>)</rp></ruby>", "{name}は市")]
    [InlineData("{open", "{open", "{open")]
    [InlineData("a | b", "a | b", "a | b")]
    [InlineData("", "", "")]
    public void Ruby_is_written_and_everything_else_escaped(string source, string html, string plain)
    {
        var text = new LocalizedText(source);
        Assert.Equal(html, Html(text));
        Assert.Equal(plain, text.ToString());
    }

    [Fact]
    public void What_somebody_typed_becomes_neither_ruby_nor_markup_nor_another_argument()
    {
        File.WriteAllText(Path.Combine(folder, "ja.json"), """{ "hello": "{name}さんの{申請|しんせい}は{state}です" }""");
        var texts = new Texts([], folder);
        foreach (var typed in new[] { "{x|y}", "{state}", "<script>", "{", "|", "}{" })
        {
            var said = texts.Get(Language.Ja, "hello", ("name", typed), ("state", "審査中"));
            Assert.EndsWith("さんの<ruby>申請<rp>(</rp><rt>しんせい</rt><rp>)</rp></ruby>は審査中です", Html(said));
            Assert.DoesNotContain("<script>", Html(said));
            Assert.EndsWith("さんの申請は審査中です", said.ToString());
        }
    }

    [Fact]
    public void A_sentence_falls_back_to_Japanese_and_then_to_its_key()
    {
        File.WriteAllText(Path.Combine(folder, "ja.json"), """{ "a": "あ", "b": "い" }""");
        File.WriteAllText(Path.Combine(folder, "en.json"), """{ "a": "A" }""");
        var texts = new Texts([], folder);
        Assert.Equal(["A", "い", "c"], new[] { "a", "b", "c" }.Select(k => texts.Get(Language.En, k).ToString()));
    }

    [Theory]
    [InlineData("en-US,en;q=0.9", Language.En)]
    [InlineData("ja-x-easy", Language.JaEasy)]
    [InlineData("fr, ja;q=0.5", Language.Ja)]
    [InlineData("", Language.Ja)]
    [InlineData(";;;,,,=", Language.Ja)]
    public void The_language_is_the_first_we_speak(string header, Language expected) => Assert.Equal(expected, Languages.FromHeader(header));

    private static string Html(LocalizedText text)
    {
        using var writer = new StringWriter();
        // The house's encoder leaves Japanese readable.
        text.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
