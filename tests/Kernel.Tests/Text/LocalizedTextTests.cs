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

    [Fact]
    public void A_city_puts_its_own_sentences_in_a_file_and_hears_what_has_no_effect()
    {
        var own = new Texts([typeof(Texts).Assembly]).Get(Language.Ja, "refusal.busy").ToString();
        File.WriteAllText(Path.Combine(folder, "ja.json"), """{ "refusal.busy": "いま混んでいます。", "refusal.incident": "番号 {number} と {name}", "refusal.bussy": "x" }""");
        File.WriteAllText(Path.Combine(folder, "ja-easy.json"), """{ "refusal.busy": "いま {混|こ}んでいます。" }""");
        var texts = new Texts([typeof(Texts).Assembly], folder);
        Assert.Equal(["いま混んでいます。", "いま 混んでいます。"], new[] { Language.Ja, Language.JaEasy }.Select(l => texts.Get(l, "refusal.busy").ToString()));
        Assert.NotEqual(own, texts.Get(Language.Ja, "refusal.busy").ToString());
        Assert.Equal(2, texts.Doubts.Count);
        Assert.Contains("{name}", texts.Doubts[0]);
        Assert.Contains("refusal.bussy", texts.Doubts[1]);

        File.WriteAllText(Path.Combine(folder, "en.json"), "{ \"refusal.busy\": ");
        Assert.Contains("en.json", Assert.Throws<Madoguchi.Kernel.Keys.StartRefusedException>(() => new Texts([typeof(Texts).Assembly], folder)).Message);
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
