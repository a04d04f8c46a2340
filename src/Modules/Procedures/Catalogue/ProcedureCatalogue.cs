using System.Collections.Concurrent;
using Madoguchi.Procedures.Domain.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>The editions in memory. Reading never waits; publication replaces the whole list at once.</summary>
internal sealed class ProcedureCatalogue(IServiceScopeFactory scopes) : IProcedures
{
    private readonly ConcurrentDictionary<(string Slug, int Number), ProcedureEdition?> older = new();
    private volatile Shelf shelf = new([]);

    public FormContext Context { get; set; } = new(null, null, new BusinessCalendar());

    public IReadOnlyList<ProcedureEdition> All => shelf.All;

    public ProcedureEdition? Find(string slug) => shelf.BySlug.GetValueOrDefault(slug);

    public ProcedureEdition? Edition(string slug, int number) =>
        Find(slug) is { } current && current.Number == number ? current : older.GetOrAdd((slug, number), Load);

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
        $"{row.Slug} edition {row.Number}", row.Definition, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Templates)!, row.Number, Context);

    private ProcedureEdition? Load((string Slug, int Number) key)
    {
        using var scope = scopes.CreateScope();
        var row = scope.ServiceProvider.GetRequiredService<ProceduresDb>().Editions.AsNoTracking().FirstOrDefault(e => e.Slug == key.Slug && e.Number == key.Number);
        return row is null ? null : Compile(row).Edition;
    }

    private sealed class Shelf(IReadOnlyList<ProcedureEdition> all)
    {
        public IReadOnlyList<ProcedureEdition> All => all;

        public FrozenDictionary<string, ProcedureEdition> BySlug { get; } = all.ToFrozenDictionary(e => e.Slug);

        public SearchIndex Index { get; } = new(all);
    }
}
