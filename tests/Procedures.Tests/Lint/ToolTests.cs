using System.Text.Json.Nodes;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Lint;
using Procedures.Tests.Paper;

namespace Procedures.Tests.Lint;

/// <summary>The verbs of the command line: what they print, and how they end.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("procedures-").FullName;

    [Fact]
    public async Task A_good_file_ends_with_0_and_prints_no_fault()
    {
        var (code, output, _) = await RunAsync("lint", Path.Combine(LibraryFiles.Folder(), "doro-senyo.json"));
        Assert.Equal(0, code);
        Assert.DoesNotContain(output.Split('\n'), l => l.Length > 0 && !l.Contains("（助言）"));
    }

    [Fact]
    public async Task A_faulty_file_ends_with_1_and_names_file_place_and_reason()
    {
        var file = Write("doro-senyo", LibraryFiles.Text("doro-senyo").Replace("\"correctionDays\":", "\"correctionDaze\":"));
        var (code, output, _) = await RunAsync("lint", file);
        Assert.Equal(1, code);
        Assert.Contains($"{file}: $.correctionDaze: unknown key", output);
    }

    [Theory]
    [InlineData("{\"slug\":1,\"slug\":2}")]
    [InlineData("nothing")]
    [InlineData("")]
    [InlineData("{\"form\":{\"pages\":[{\"questions\":[{\"use\":\"\\ud800\"}]}]}}")]
    public async Task Nonsense_is_refused_calmly(string text) => Assert.Equal(1, (await RunAsync("lint", Write("x", text))).Code);

    [Fact]
    public async Task The_help_names_the_schema_which_is_there()
    {
        var (code, _, errors) = await RunAsync("help");
        Assert.Equal(2, code);
        Assert.Contains("docs/procedure-format.schema.json", errors);
        Assert.True(File.Exists(Path.Combine(LibraryFiles.Folder(), "../docs/procedure-format.schema.json")));
    }

    [Fact]
    public async Task Enormous_and_deep_files_are_refused()
    {
        Assert.Contains("larger than", (await RunAsync("lint", Write("large", new string(' ', 2_000_001)))).Output);
        Assert.Equal(1, (await RunAsync("lint", Write("deep", string.Concat(Enumerable.Repeat("{\"use\":", 200)) + "1" + new string('}', 200)))).Code);
    }

    [Fact]
    public async Task Differences_are_told_in_words()
    {
        var before = Write("a", LibraryFiles.Text("doro-senyo"));
        var after = Write("b", LibraryFiles.Text("doro-senyo").Replace("\"correctionDays\":14", "\"correctionDays\":21").Replace("道路占用許可申請", "道路の占用の申請"));
        var (code, output, _) = await RunAsync("diff", before, after);
        Assert.Equal(0, code);
        Assert.Contains("手続の名が「道路占用許可申請」から「道路の占用の申請」に変わりました。", output);
        Assert.Contains("違いはありません。", (await RunAsync("diff", before, before)).Output);
    }

    [Fact]
    public async Task The_example_can_be_posted_today() =>
        Assert.Equal(0, (await RunAsync("example", Path.Combine(LibraryFiles.Folder(), "kosodate-koza.json"))).Code);

    [Fact]
    public async Task The_life_events_that_ship_have_no_hole()
    {
        var (code, output, _) = await RunAsync("coverage");
        Assert.Equal(0, code);
        Assert.DoesNotContain(output.Split('\n'), l => l.Length > 0 && !l.Contains("（助言）"));
    }

    [Fact]
    public async Task A_rule_that_can_never_apply_ends_with_1()
    {
        var life = JsonNode.Parse(File.ReadAllText(Path.Combine(LibraryFiles.Folder(), "../vocabulary/life-events/kaigo.json")))!;
        life["steps"]![0]!["when"] = JsonNode.Parse("""{"and":[{"eq":["$staysAt","hospital"]},{"eq":["$staysAt","home"]}]}""");
        var file = Write("kaigo", life.ToJsonString());
        var (code, output, _) = await RunAsync("coverage", file);
        Assert.Equal(1, code);
        Assert.Contains($"{file}: $.steps[0].when: 規則 hospital は、どの答えでも成り立ちません。", output);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("bake", "x.json")]
    [InlineData("lint", "/nowhere/x.json")]
    public async Task Anything_else_ends_with_2(params string[] arguments) => Assert.Equal(2, (await RunAsync(arguments)).Code);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name + ".json");
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var options = new CityOptions { LibraryFolder = LibraryFiles.Folder(), VocabularyFolder = Path.Combine(LibraryFiles.Folder(), "../vocabulary"), DemoFolder = Path.Combine(LibraryFiles.Folder(), "../demo") };
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await new ProcedureTool(options, new Judged.AnyLetter(), new PaperSpy(), PaperTexts.All, TimeProvider.System).RunAsync(arguments, output, errors, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }
}
