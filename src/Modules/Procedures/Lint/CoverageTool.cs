using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Domain.Reading;
using Madoguchi.Procedures.LifeEvents;

namespace Madoguchi.Procedures.Lint;

/// <summary>The verb <c>coverage</c>: faults and holes of life events, against the library as it stands.</summary>
[Anyone]
internal sealed class CoverageTool(CityOptions options, Library library, FormContext context, DateOnly today)
{
    public async Task<int> RunAsync(IReadOnlyList<string> files, TextWriter output)
    {
        var procedures = library.Read(options.LibraryFolder).Select(f => DefinitionReader.Read(f.File, f.Definition, 1, context).Edition).OfType<ProcedureEdition>().ToFrozenDictionary(p => p.Slug);
        var (offices, faults) = Offices.Read(options.VocabularyFolder);
        foreach (var fault in faults) await output.WriteLineAsync($"{fault.File}: {fault.Path}: {fault.Reason}");
        var reader = new LifeEventReader(procedures.GetValueOrDefault, offices, context);
        var whole = faults.Count == 0;
        foreach (var file in files.Count > 0 ? files : LifeEventBook.Files(options.VocabularyFolder))
            whole &= await JudgeAsync(reader, file, output);
        return whole ? 0 : 1;
    }

    private async Task<bool> JudgeAsync(LifeEventReader reader, string file, TextWriter output)
    {
        var text = await File.ReadAllTextAsync(file);
        var (life, faults) = reader.Read(Path.GetFileNameWithoutExtension(file), file, text);
        foreach (var fault in faults.Found) await output.WriteLineAsync($"{file}: {fault.Path}: {fault.Reason}");
        if (life is null) return false;
        using var json = JsonDocument.Parse(text);
        foreach (var advice in LifeEventReader.Words(json.RootElement)) await output.WriteLineAsync(new Finding(file, advice.Place, advice.Code, advice.Severity, advice.Reason).ToString());
        var report = new Coverage(life, today).Run();
        foreach (var line in CoverageWords.Of(file, life, report)) await output.WriteLineAsync(line);
        return report.IsWhole;
    }
}
