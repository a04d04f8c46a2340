using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Settings;
using Madoguchi.Procedures.Lint;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>At start: reads the library; a changed file becomes the next edition, a faulty one leaves the edition before it in place.</summary>
internal sealed partial class PublishLibrary(ProcedureCatalogue catalogue, IServiceScopeFactory scopes, CityOptions options, IDirectory directory, ILetterTrial letters, TimeProvider clock, ILogger<PublishLibrary> log) : IStartup
{
    public async Task StartAsync(CancellationToken stop)
    {
        catalogue.Context = new FormContext(Known(directory.City.Name), Known(directory.City.Prefecture), new BusinessCalendar());
        var files = new Library(new Vocabulary(options.VocabularyFolder)).Read(options.LibraryFolder).ToList();
        catalogue.Show(await scopes.RunAsync(services => PublishAsync(services.GetRequiredService<ProceduresDb>(), files, stop), stop));
    }

    private async Task<IReadOnlyList<ProcedureEdition>> PublishAsync(ProceduresDb db, List<LibraryFile> files, CancellationToken stop)
    {
        var latest = await db.Editions.AsNoTracking()
            .Where(e => !db.Editions.Any(n => n.Slug == e.Slug && n.Number > e.Number))
            .ToDictionaryAsync(e => e.Slug, stop);
        var current = new Dictionary<string, ProcedureEdition>();
        var linter = new Linter(catalogue.Context, letters, files);
        foreach (var file in files)
        {
            var before = latest.GetValueOrDefault(file.Slug);
            var sha256 = file.Sha256();
            if (before?.Sha256 == sha256) continue;
            var number = (before?.Number ?? 0) + 1;
            var (edition, findings) = linter.Run(file, number);
            Report(findings);
            if (edition is null) continue;
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
            current[file.Slug] = edition;
        }

        // All cores: with a thousand procedures this is most of a start.
        var unchanged = latest.Values.Where(row => !current.ContainsKey(row.Slug)).AsParallel().Select(row => (row.Slug, Compiled: catalogue.Compile(row))).ToList();
        foreach (var (slug, (edition, faults)) in unchanged)
        {
            foreach (var fault in faults.Found) LogFault(fault.File, fault.Path, fault.Reason);
            if (edition is not null) current[slug] = edition;
        }

        return [.. current.Values];
    }

    private static string? Known(string text) => text.Length == 0 ? null : text;

    private void Report(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.Where(f => f.Severity == Severity.Fault)) LogFault(finding.File, finding.Place, finding.Reason);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Procedure definition {File} is not published: at {Place}: {Reason}")]
    private partial void LogFault(string file, string place, string reason);
}
