using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.Search;

/// <summary>The verb <c>search-check</c>: how many searches of a file find their procedure in the library, and which do not.</summary>
[Anyone]
internal sealed class SearchTool(CityOptions options, Library library, FormContext context)
{
    public async Task<int> RunAsync(string file, TextWriter output, TextWriter errors)
    {
        var searches = new List<(string Words, string[] Expected)>();
        foreach (var line in await File.ReadAllLinesAsync(file))
            if (SearchCheck.TryRead(line, out var search)) searches.Add(search);
            else if (line.Trim() is { Length: > 0 } text && text[0] != '#') await errors.WriteLineAsync($"{file}: {line}: 「言葉 | 手続」ではありません (not “words | slug”)");
        if (searches.Count == 0) return 2;

        var (words, faults) = WordBook.Read(options.VocabularyFolder);
        foreach (var fault in faults) await errors.WriteLineAsync($"{fault.File}: {fault.Path}: {fault.Reason}");
        var cards = library.Read(options.LibraryFolder).Select(f => DefinitionReader.Read(f.File, f.Definition, 1, context).Edition?.Card).OfType<ProcedureCard>();
        var index = new SearchIndex([.. cards], words);
        var check = SearchCheck.Run(searches, q => index.Find(q).Found);
        foreach (var line in check.Lines()) await output.WriteLineAsync(line);
        return check.IsGood && faults.Count == 0 ? 0 : 1;
    }
}
