using System.Collections.Concurrent;
using Madoguchi.Procedures.Domain.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>The editions in memory. Reading never waits; publication replaces the whole list at once.</summary>
internal sealed class ProcedureCatalogue(IServiceScopeFactory scopes) : IProcedures
{
    private readonly ConcurrentDictionary<(string Slug, int Number), ProcedureEdition> older = new();
    private volatile Shelf shelf = new([]);

    public FormContext Context { get; set; } = new(null, null, new BusinessCalendar());

    public IReadOnlyList<ProcedureEdition> All => shelf.All;

    public ProcedureEdition? Find(string slug) => shelf.BySlug.GetValueOrDefault(slug);

    public ProcedureEdition? Edition(string slug, int number) =>
        Find(slug) is { } current && current.Number == number ? current : Older(slug, number);

    public IReadOnlyList<ProcedureEdition> Search(string? q, string? lifeEvent = null, string? audience = null, string? division = null)
    {
        var shown = shelf;
        var found = string.IsNullOrWhiteSpace(q) ? shown.All : shown.Index.Find(q);
        return [.. found.Where(e =>
            (lifeEvent is null || e.LifeEvents.Contains(lifeEvent)) && (audience is null || e.Audience.Contains(audience)) && (division is null || e.Division == division))];
    }

    public void Show(IEnumerable<ProcedureEdition> editions) => shelf = new Shelf([.. editions.OrderBy(e => e.Slug, StringComparer.Ordinal)]);

    /// <summary>Compiles a stored edition; null when this program can no longer read it.</summary>
    public (ProcedureEdition? Edition, FaultList Faults) Compile(Edition row) => DefinitionReader.Read(
        $"{row.Slug} edition {row.Number}", row.Definition, row.Number, Context, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Templates));

    // Waits for the database once per edition; what is not there is not remembered, for anyone can ask for it.
    private ProcedureEdition? Older(string slug, int number)
    {
        if (older.TryGetValue((slug, number), out var known)) return known;
        var edition = Task.Run(() => LoadAsync(slug, number)).GetAwaiter().GetResult();
        return edition is null ? null : older.GetOrAdd((slug, number), edition);
    }

    private async Task<ProcedureEdition?> LoadAsync(string slug, int number)
    {
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<ProceduresDb>().Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Slug == slug && e.Number == number);
        return row is null ? null : Compile(row).Edition;
    }

    private sealed class Shelf(IReadOnlyList<ProcedureEdition> all)
    {
        public IReadOnlyList<ProcedureEdition> All => all;

        public FrozenDictionary<string, ProcedureEdition> BySlug { get; } = all.ToFrozenDictionary(e => e.Slug);

        public SearchIndex Index { get; } = new(all);
    }
}
