using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Compare;
using Madoguchi.Procedures.Domain.Reading;
using Madoguchi.Procedures.LifeEvents;
using Madoguchi.Procedures.Paper;
using Madoguchi.Procedures.Search;

namespace Madoguchi.Procedures.Lint;

/// <summary>Runs the verbs of the command line over files.</summary>
[Anyone]
internal sealed class ProcedureTool(CityOptions options, ILetterTrial letters, IPaperPrinter printer, Texts texts, TimeProvider clock) : IProcedureTool
{
    private readonly Library library = new(new Vocabulary(options.VocabularyFolder));

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken stop)
    {
        if (arguments is ["render", var procedure, ..])
        {
            var ended = await new RenderTool(options, library, Context(), printer, texts, clock.Today()).RunAsync(procedure, [.. arguments.Skip(2)], output, errors, stop);
            return ended == 2 ? await UsageAsync(errors) : ended;
        }

        if (arguments is not (["lint", _, ..] or ["example", _] or ["diff", _, _] or ["coverage", ..] or ["search-check", _])) return await UsageAsync(errors);
        var files = arguments.Skip(1).ToList();
        foreach (var missing in files.Where(f => !File.Exists(f)))
        {
            await errors.WriteLineAsync($"{missing}: ファイルがありません (no such file)");
            return 2;
        }

        return arguments[0] switch
        {
            "lint" => await LintAsync(files, output),
            "coverage" => await new CoverageTool(options, library, Context(), clock.Today()).RunAsync(files, output),
            "search-check" => await new SearchTool(options, library, Context()).RunAsync(files[0], output, errors),
            "example" => await ExampleAsync(files[0], output, errors),
            _ => await DiffAsync(files[0], files[1], output, errors),
        };
    }

    private async Task<int> LintAsync(IReadOnlyList<string> files, TextWriter output)
    {
        var linter = new Linter(Context(), letters, library.Read(options.LibraryFolder));
        var faulty = false;
        foreach (var file in files)
        {
            var (_, findings) = linter.Run(library.ReadFile(file, file));
            foreach (var finding in findings) await output.WriteLineAsync(finding.ToString());
            faulty |= findings.Any(f => f.Severity == Severity.Fault);
        }

        return faulty ? 1 : 0;
    }

    /// <summary>The example as it could be posted today, judged.</summary>
    private async Task<int> ExampleAsync(string file, TextWriter output, TextWriter errors)
    {
        if (await ReadAsync(file, errors) is not { } edition) return 1;
        var example = edition.Form.Example(clock.Today());
        await output.WriteLineAsync(example.ToJsonString(new JsonSerializerOptions(ResultCheck.Relaxed) { WriteIndented = true }));
        using var answers = JsonDocument.Parse(example.ToJsonString());
        var judged = edition.Form.Validate(answers.RootElement, clock.Today());
        foreach (var error in judged.Errors) await errors.WriteLineAsync($"{file}: $.example.{error.Field}: {error.Code}");
        return judged.Valid ? 0 : 1;
    }

    private async Task<int> DiffAsync(string before, string after, TextWriter output, TextWriter errors)
    {
        // Both are read first: what is no definition cannot be compared.
        if (await ReadAsync(before, errors) is not { } was || await ReadAsync(after, errors) is not { } now) return 1;
        using var old = JsonDocument.Parse(library.ReadFile(before, before).Definition!);
        using var fresh = JsonDocument.Parse(library.ReadFile(after, after).Definition!);
        var lines = DefinitionDiff.Of(new DefinitionWords(texts, was.Form, old.RootElement), new DefinitionWords(texts, now.Form, fresh.RootElement));
        foreach (var change in lines) await output.WriteLineAsync(change.Line);
        if (lines.Count == 0) await output.WriteLineAsync("違いはありません。");
        return 0;
    }

    private async Task<ProcedureEdition?> ReadAsync(string file, TextWriter errors)
    {
        var read = library.ReadFile(file, file);
        var (edition, faults) = DefinitionReader.Read(file, read.Definition, 1, Context());
        var all = read.Faults.Concat(faults.Found).ToList();
        foreach (var fault in all) await errors.WriteLineAsync($"{fault.File}: {fault.Path}: {fault.Reason}");
        return all.Count == 0 ? edition : null;
    }

    private static async Task<int> UsageAsync(TextWriter errors)
    {
        await errors.WriteLineAsync("""
            procedure lint FILE…       手続の定義を調べる（0 = 誤りなし、1 = 誤りあり）
            procedure example FILE     今日送れる見本の答えを作り、確かめる
            procedure diff OLD NEW     変わったところを言葉で示す
            procedure coverage [FILE…] ライフイベントの規則に穴がないか調べる（0 = なし、1 = あり。FILE がなければ全部）
            procedure search-check FILE
                                       検索の言葉と答えの表で、手続が見つかる割合を確かめる（0 = 目標に届く）
            procedure render FILE|SLUG [--answers FILE.json] [--lang ja|en|ja-easy] [--out FILE.pdf]
                                       紙の様式を PDF にする（--answers があれば、答えを書き入れる）

            書き方: docs/procedure-format.md
            JSON Schema: docs/procedure-format.schema.json
            （ファイルの先頭に "$schema" として書くと、エディターが書き方を助けます。公開するときに取り除かれます）
            """);
        return 2;
    }

    // The city's name judges addresses inside the city; without a city the name is not asked for.
    private FormContext Context()
    {
        var file = Path.Combine(options.DemoFolder, "city.json");
        if (!File.Exists(file)) return new FormContext(null, null, new BusinessCalendar());
        using var city = JsonDocument.Parse(File.ReadAllText(file));
        return new FormContext(city.RootElement.GetProperty("name").GetString(), city.RootElement.GetProperty("prefecture").GetString(), new BusinessCalendar());
    }
}
