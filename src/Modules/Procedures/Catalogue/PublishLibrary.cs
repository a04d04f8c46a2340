using System.Collections.Immutable;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Data;
using Madoguchi.Procedures.Domain.Reading;
using Madoguchi.Procedures.Lint;
using Madoguchi.Procedures.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>At start: a changed file of the library becomes the next edition, a faulty one leaves the edition before it in place. When nothing changed, only cards are read.</summary>
internal sealed partial class PublishLibrary(ProcedureCatalogue catalogue, IServiceScopeFactory scopes, CityOptions options, IDirectory directory, ILetterTrial letters, TimeProvider clock, ILogger<PublishLibrary> log) : IStartup
{
    internal static readonly string Build = typeof(PublishLibrary).Module.ModuleVersionId.ToString("N");

    public async Task StartAsync(CancellationToken stop)
    {
        catalogue.Context = new FormContext(Known(directory.City.Name), Known(directory.City.Prefecture), new BusinessCalendar());
        var library = new Library(new Vocabulary(options.VocabularyFolder));
        var sources = library.Sources(options.LibraryFolder);
        var cards = await ReadAsync(database => CardReading.ReadAsync(database, stop));
        var known = cards.ToDictionary(c => c.Slug, c => c.Source);
        var changed = sources.Where(s => known.GetValueOrDefault(s.Slug) is not { } source || (source != s.Sha256 && source != CardRow.OfCity)).ToList();
        if (changed.Count > 0 || cards.Exists(c => c.ReadBy != Build))
        {
            await scopes.RunAsync(services => PublishAsync(services.GetRequiredService<ProceduresDb>(), library, changed, stop), stop);
            cards = await ReadAsync(database => CardReading.ReadAsync(database, stop));
        }

        var stops = await ReadAsync(database => CardReading.StopsAsync(database, stop));
        catalogue.ChangeStops(_ => stops.ToImmutableDictionary(s => s.Slug, s => s.Stop));
        var (words, faults) = WordBook.Read(options.VocabularyFolder);
        foreach (var fault in faults) LogWord(fault.File, fault.Path, fault.Reason);
        catalogue.Show(cards.Where(c => c.Card is not null).Select(c => CardReader.Read(c.Card!, c.Number)).OfType<ProcedureCard>(), words, await ReadAsync(database => CityWordReading.ReadAsync(database, stop)));
    }

    private async Task<T> ReadAsync<T>(Func<Database, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<Database>());
    }

    private async Task PublishAsync(ProceduresDb db, Library library, List<LibrarySource> changed, CancellationToken stop)
    {
        var cards = await db.Cards.ToDictionaryAsync(c => c.Slug, stop);
        var files = changed.Count == 0 ? [] : library.Read(options.LibraryFolder).ToList();
        var linter = new Linter(catalogue.Context, letters, files);
        foreach (var (slug, _, source) in changed)
        {
            var file = files.Find(f => f.Slug == slug);
            if (file is not null) Publish(db, cards, linter, file, source);
        }

        await ReadAgainAsync(db, [.. cards.Values.Where(c => c.ReadBy != Build)], stop);
    }

    private void Publish(ProceduresDb db, Dictionary<string, CardRow> cards, Linter linter, LibraryFile file, string source)
    {
        var before = cards.GetValueOrDefault(file.Slug);
        var sha256 = file.Sha256();
        if (before?.Sha256 == sha256)
        {
            before.Source = source;
            return;
        }

        var number = (before?.Number ?? 0) + 1;
        var (edition, findings) = linter.Run(file, number);
        foreach (var finding in findings.Where(f => f.Severity == Severity.Fault)) LogFault(finding.File, finding.Place, finding.Reason);
        if (edition is null) return;
        db.Add(new Edition
        {
            Id = Guid.CreateVersion7(),
            Slug = file.Slug,
            Number = number,
            Sha256 = sha256,
            Definition = file.Definition!,
            PublishedAt = clock.Now(),
            PublishedBy = "library",
        });
        var card = CardReader.Cut(file.Definition!);
        if (before is null) db.Add(new CardRow { Slug = file.Slug, Number = number, Sha256 = sha256, Source = source, ReadBy = Build, Card = card });
        else (before.Number, before.Sha256, before.Source, before.ReadBy, before.Card) = (number, sha256, source, Build, card);
    }

    // After an upgrade. All cores: with a thousand procedures this is most of such a start.
    private async Task ReadAgainAsync(ProceduresDb db, List<CardRow> cards, CancellationToken stop)
    {
        foreach (var some in cards.Chunk(64))
        {
            var slugs = some.Select(c => c.Slug).ToList();
            var rows = await db.Editions.AsNoTracking().Where(e => slugs.Contains(e.Slug)).ToListAsync(stop);
            var shown = rows.Where(r => some.Any(c => c.Slug == r.Slug && c.Number == r.Number)).ToDictionary(r => r.Slug);
            var read = some.AsParallel().Select(c => (Card: c, catalogue.Compile(shown[c.Slug]).Faults)).ToList();
            foreach (var (card, faults) in read)
            {
                foreach (var fault in faults.Found) LogFault(fault.File, fault.Path, fault.Reason);
                card.Card = faults.Found.Count == 0 ? CardReader.Cut(shown[card.Slug].Definition) : null;
                // What cannot be read is tried again, and said again, at the next start.
                card.ReadBy = faults.Found.Count == 0 ? Build : "";
            }
        }
    }

    private static string? Known(string text) => text.Length == 0 ? null : text;

    [LoggerMessage(Level = LogLevel.Error, Message = "Procedure definition {File} is not published: at {Place}: {Reason}")]
    private partial void LogFault(string file, string place, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search goes on without a group of words: {File} {Place}: {Reason}")]
    private partial void LogWord(string file, string place, string reason);
}
