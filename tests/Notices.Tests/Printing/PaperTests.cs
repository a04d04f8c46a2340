using System.Text.RegularExpressions;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;

namespace Notices.Tests.Printing;

/// <summary>Procedures as paper forms, really printed.</summary>
[Collection("printing")]
public sealed partial class PaperTests(DemoCity hall) : IClassFixture<DemoCity>
{
    [Theory]
    [InlineData("jido-teate-nintei", "児童手当")]
    [InlineData("doro-senyo", "道路占用")]
    public async Task An_empty_form_prints_tagged_on_A4_with_its_fonts(string slug, string word)
    {
        using var folder = new TemporaryFolder();
        var file = await RenderAsync(folder, slug);
        var information = await Tool.Run("pdfinfo", file);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches(@"Page size:.*A4", information);
        var fonts = (await Tool.Run("pdffonts", file)).Split('\n').Skip(2).Where(l => l.Length > 0).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.Matches(@"\byes (yes|no)\s+yes\b", f));

        var text = Spaces().Replace(await Tool.Run("pdftotext", file, "-"), "");
        Assert.Contains(word, text);
        Assert.Contains("みなと台市長あて", text);
        Assert.Contains("必要書類", text);
        Assert.Contains("利用目的", text);
        Assert.Contains("記入要領", text);
        Assert.DoesNotContain("✓" + "令和", text);
    }

    [Fact]
    public async Task A_filled_form_bears_the_answers()
    {
        using var folder = new TemporaryFolder();
        var example = new StringWriter();
        await hall.Get<IProcedureTool>().RunAsync(["example", Library("jido-teate-nintei")], example, TextWriter.Null, TestContext.Current.CancellationToken);
        var answers = folder.File("answers.json", System.Text.Encoding.UTF8.GetBytes(example.ToString()));
        var text = Spaces().Replace(await Tool.Run("pdftotext", await RenderAsync(folder, "jido-teate-nintei", "--answers", answers), "-"), "");
        using var given = System.Text.Json.JsonDocument.Parse(example.ToString());
        foreach (var child in given.RootElement.GetProperty("children").EnumerateArray())
            Assert.Contains(child.GetProperty("name").GetProperty("given").GetString()!, text);
        Assert.Contains("✓", text);
    }

    private async Task<string> RenderAsync(TemporaryFolder folder, string slug, params string[] more)
    {
        var file = Path.Combine(folder.Path, slug + ".pdf");
        var errors = new StringWriter();
        Assert.Equal(0, await hall.Get<IProcedureTool>().RunAsync(["render", Library(slug), "--out", file, .. more], TextWriter.Null, errors, TestContext.Current.CancellationToken));
        Assert.Equal("", errors.ToString());
        return file;
    }

    private static string Library(string slug) => Madoguchi.Testing.Processes.Repository.File($"library/{slug}.json");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
