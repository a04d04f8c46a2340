using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Compare;
using Madoguchi.Procedures.Data;
using Madoguchi.Procedures.Domain.Reading;
using Madoguchi.Procedures.Domain.Sentences;
using Madoguchi.Procedures.Lint;
using Madoguchi.Procedures.Paper;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>Definitions for those who write them. The library is read once: it changes with the program.</summary>
internal sealed class Definitions : IDefinitions
{
    private readonly CityStore store;
    private readonly ProcedureCatalogue catalogue;
    private readonly ILetterTrial letters;
    private readonly IPaperPrinter printer;
    private readonly IDirectory directory;
    private readonly CityOptions options;
    private readonly Texts texts;
    private readonly TimeProvider clock;
    private readonly Lazy<IReadOnlyDictionary<string, LibraryDefinition>> library;
    private readonly Lazy<IReadOnlyDictionary<string, string>> bank;

    public Definitions(CityStore store, ProcedureCatalogue catalogue, ILetterTrial letters, IPaperPrinter printer, IDirectory directory, CityOptions options, Texts texts, TimeProvider clock)
    {
        (this.store, this.catalogue, this.letters, this.printer, this.directory, this.options, this.texts, this.clock) = (store, catalogue, letters, printer, directory, options, texts, clock);
        var vocabulary = new Vocabulary(options.VocabularyFolder);
        library = new(() => new Library(vocabulary).Read(options.LibraryFolder).Select(OfLibrary).OfType<LibraryDefinition>().ToFrozenDictionary(l => l.Slug));
        bank = new(() => vocabulary.Bank().ToFrozenDictionary(q => q.Name, q => q.Question));
    }

    public IReadOnlyDictionary<string, LibraryDefinition> Library => library.Value;

    public IReadOnlyDictionary<string, string> QuestionBank => bank.Value;

    public string? Text(string slug, int number) => EditionReading.Read(store, slug, number)?.Definition;

    public Task<IReadOnlyDictionary<string, string>> TextsAsync(IReadOnlyCollection<(string Slug, int Number)> editions, CancellationToken stop) => EditionReading.TextsAsync(store, editions, stop);

    public Task<IReadOnlyList<EditionRef>> EditionsAsync(string slug, CancellationToken stop) => EditionReading.ListAsync(store, slug, stop);

    public Task<IReadOnlyList<LibraryBase>> LibraryBasesAsync(CancellationToken stop) => EditionReading.LibraryBasesAsync(store, stop);

    public ReadDefinition Read(string definition)
    {
        var (edition, faults) = DefinitionReader.Read("", definition, 0, catalogue.Context);
        return new ReadDefinition(edition, [.. faults.Found.Select(f => new DefinitionFinding(f.Path, "structure", true, f.Reason))]);
    }

    public IReadOnlyList<DefinitionFinding> Judge(string definition)
    {
        var slug = Read(definition).Edition?.Slug ?? "";
        var others = catalogue.All.Select(c => new Neighbour(c.Slug, c.Title.Ja, c.Kana, c.FormNumber)).ToList();
        var (_, findings) = new Linter(catalogue.Context, letters, others).Run(new LibraryFile(slug, "", definition, []));
        return [.. findings.Select(f => new DefinitionFinding(f.Place, f.Code, f.Severity == Severity.Fault, f.Reason))];
    }

    public IReadOnlyList<DefinitionChange> ChangesInFull(string before, string after) =>
        Words(before) is { } old && Words(after) is { } fresh ? DefinitionDiff.Of(old, fresh) : [new("公開中の版を、このプログラムで読めないため、違いを言葉で示せません。")];

    public IReadOnlyList<DefinitionPart> Summary(string definition) =>
        Words(definition) is { } words ? new DefinitionSummary(words, code => directory.Division(code)?.Name ?? code).Run() : [];

    public string Say(Form form, JsonElement definition, JsonElement condition, string? group) =>
        new ConditionSentences(new SentenceTexts(texts, Language.Ja), new NamesInWords(form, definition, group)).When(condition);

    public string SayValue(Form form, JsonElement definition, JsonElement value, string? group) =>
        new ValueWords(new SentenceTexts(texts, Language.Ja), new NamesInWords(form, definition, group)).Of(value);

    public string Paper(ProcedureEdition edition, JsonElement definition, Language language)
    {
        var contact = directory.Division(edition.Division) is { } division
            ? new PaperContact(language == Language.En ? division.English : division.Name, division.Telephone, division.Hours, division.Address)
            : new PaperContact(directory.City.Name, directory.City.Telephone, directory.City.Hours, null);
        var source = new PaperSource(edition, definition, null, clock.Today(), contact);
        return PaperForm.Write(source, texts, language, printer.QrCode(source.Address(options.PublicUrl, null)));
    }

    private DefinitionWords? Words(string definition) =>
        Read(definition).Edition is { } edition ? new DefinitionWords(texts, edition.Form, JsonDocument.Parse(definition, new JsonDocumentOptions { MaxDepth = 64 }).RootElement, PostName) : null;

    private string PostName(string code) => directory.Post(code) is { } post ? $"{(post.Division is { } division ? directory.Division(division)?.Name : "")} {post.Name}".Trim() : code;

    private static LibraryDefinition? OfLibrary(LibraryFile file)
    {
        var (edition, _) = DefinitionReader.Read(file.File, file.Definition, 1, new FormContext(null, null, new BusinessCalendar()));
        return edition is null ? null : new LibraryDefinition(edition.Slug, edition.Title.Ja, edition.Kana, edition.Summary.Ja, edition.Nature, file.Definition!);
    }
}
