using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Catalogue;

namespace Madoguchi.Procedures.Lint;

/// <summary>Runs the verbs of the command line over files.</summary>
[Anyone]
internal sealed class ProcedureTool(CityOptions options, ILetterTrial letters) : IProcedureTool
{
    public Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken stop) => arguments switch
    {
        ["lint", _, ..] => LintAsync([.. arguments.Skip(1)], output, errors),
        _ => UsageAsync(errors),
    };

    private async Task<int> LintAsync(IReadOnlyList<string> files, TextWriter output, TextWriter errors)
    {
        var library = new Library(new Vocabulary(options.VocabularyFolder));
        var linter = new Linter(Context(), letters, library.Read(options.LibraryFolder));
        var faulty = false;
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                await errors.WriteLineAsync($"{file}: ファイルがありません (no such file)");
                return 2;
            }

            var (_, findings) = linter.Run(library.ReadFile(file, file));
            foreach (var finding in findings) await output.WriteLineAsync(finding.ToString());
            faulty |= findings.Any(f => f.Severity == Severity.Fault);
        }

        return faulty ? 1 : 0;
    }

    private static async Task<int> UsageAsync(TextWriter errors)
    {
        await errors.WriteLineAsync("""
            procedure lint FILE…     手続の定義を調べる（0 = 誤りなし、1 = 誤りあり）
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
