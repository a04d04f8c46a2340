using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Lint;
using Procedures.Tests.Lint;

namespace Procedures.Tests.Paper;

/// <summary>The verb <c>procedure render</c>: what it writes, and how it ends.</summary>
public sealed class RenderToolTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("papers-").FullName;
    private PaperSpy spy = new();

    [Fact]
    public async Task An_empty_form_is_written_by_its_slug()
    {
        var (code, output, errors) = await RunAsync("kosodate-koza", "--out", At("koza.pdf"));
        Assert.Equal("", errors);
        Assert.Equal(0, code);
        Assert.Equal("%PDF", await File.ReadAllTextAsync(At("koza.pdf"), TestContext.Current.CancellationToken));
        Assert.Contains(At("koza.pdf"), output);
        Assert.Equal("https://example.jp/procedures/kosodate-koza?edition=1", spy.Encoded);
        Assert.Contains("みなと台市長　あて", System.Net.WebUtility.HtmlDecode(spy.Html));
        Assert.Contains("子育て支援課", spy.Html);
        Assert.Contains("000-000-1101", spy.Html);
    }

    [Fact]
    public async Task A_form_in_English_is_in_English()
    {
        Assert.Equal(0, (await RunAsync("kosodate-koza", "--lang", "en", "--out", At("koza.pdf"))).Code);
        Assert.Contains("<html lang=\"en\">", spy.Html);
        Assert.Contains("No seal is needed.", spy.Html);
    }

    [Fact]
    public async Task Answers_are_written_into_the_form_and_what_is_wrong_is_told()
    {
        await File.WriteAllTextAsync(At("answers.json"), """{"applicant":{"family":"港","given":"花子","familyKana":"ミナト","givenKana":"ハナコ"}}""", TestContext.Current.CancellationToken);
        var (code, _, errors) = await RunAsync(Path.Combine(LibraryFiles.Folder(), "kosodate-koza.json"), "--answers", At("answers.json"), "--out", At("koza.pdf"));
        Assert.Equal(0, code);
        Assert.Contains("花子", spy.Html);
        Assert.Contains("ハナコ", spy.Html);
        Assert.Contains("session: answer.", errors);
    }

    [Fact]
    public async Task Answers_that_are_no_object_end_with_1()
    {
        await File.WriteAllTextAsync(At("answers.json"), "[]", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await RunAsync("kosodate-koza", "--answers", At("answers.json"), "--out", At("koza.pdf"))).Code);
        Assert.Null(spy.Html);
    }

    [Fact]
    public async Task A_printer_that_does_not_start_ends_with_1_and_a_reason()
    {
        spy = new PaperSpy { IsBroken = true };
        var (code, _, errors) = await RunAsync("kosodate-koza", "--out", At("koza.pdf"));
        Assert.Equal(1, code);
        Assert.Contains("The browser does not start", errors);
        Assert.False(File.Exists(At("koza.pdf")));
    }

    [Theory]
    [InlineData("no-such-procedure")]
    [InlineData("kosodate-koza", "--lang", "fr")]
    [InlineData("kosodate-koza", "--out")]
    [InlineData("kosodate-koza", "--colour", "red")]
    [InlineData("kosodate-koza", "--answers", "/nowhere/answers.json")]
    public async Task Anything_else_ends_with_2(params string[] arguments) => Assert.Equal(2, (await RunAsync(arguments)).Code);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private string At(string name) => Path.Combine(folder, name);

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var options = new CityOptions
        {
            LibraryFolder = LibraryFiles.Folder(), VocabularyFolder = Path.Combine(LibraryFiles.Folder(), "../vocabulary"), DemoFolder = Path.Combine(LibraryFiles.Folder(), "../demo"), PublicUrl = "https://example.jp",
        };
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await new ProcedureTool(options, new Judged.AnyLetter(), spy, PaperTexts.All, TimeProvider.System).RunAsync(["render", .. arguments], output, errors, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }
}
