using System.Collections.Immutable;
using Madoguchi.Procedures.Data;
using Madoguchi.Procedures.Domain.Reading;
using Madoguchi.Procedures.Search;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>The cards in memory and the editions in use. Reading cards never waits; publication replaces the whole list at once.</summary>
internal sealed class ProcedureCatalogue : IProcedures
{
    private readonly EditionCache editions;
    private readonly Lock showing = new();
    private volatile Shelf shelf = new([], new WordBook(), []);
    private volatile ImmutableDictionary<string, ProcedureStop> stops = ImmutableDictionary<string, ProcedureStop>.Empty;

    public ProcedureCatalogue(CityStore store) =>
        editions = new EditionCache((slug, number) => EditionReading.Read(store, slug, number) is { } row ? Compile(row).Edition : null);

    public FormContext Context { get; set; } = new(null, null, new BusinessCalendar());

    public IReadOnlyList<ProcedureCard> All => shelf.All;

    public ProcedureCard? Card(string slug) => shelf.BySlug.GetValueOrDefault(slug);

    public ProcedureEdition? Find(string slug) => shelf.BySlug.GetValueOrDefault(slug) is { } card ? editions.Get(slug, card.Number) : null;

    public ProcedureEdition? Edition(string slug, int number) => editions.Get(slug, number);

    public ProcedureStop? Stop(string slug) => stops.GetValueOrDefault(slug);

    public Phrase? Title(string slug, int number) =>
        shelf.BySlug.GetValueOrDefault(slug) is { } card && card.Number == number ? card.Title : Edition(slug, number)?.Title;

    public IReadOnlyList<ProcedureCard> Search(string? q, string? lifeEvent = null, string? audience = null, string? division = null)
    {
        var shown = shelf;
        var found = string.IsNullOrWhiteSpace(q) ? shown.All : shown.Index.Find(q).Found;
        return [.. found.Where(e =>
            (lifeEvent is null || e.LifeEvents.Contains(lifeEvent)) && (audience is null || e.Audience.Contains(audience)) && (division is null || e.Division == division))];
    }

    public IReadOnlyList<ProcedureCard> Nearest(string q, int most) => [.. shelf.Index.Near(q).Found.Take(most)];

    /// <summary>With the words that were looked for in place of those typed.</summary>
    public SearchResult Look(string q) => shelf.Index.Find(q);

    public void Show(IEnumerable<ProcedureCard> cards, WordBook words, IEnumerable<(string Slug, string Word)> cityWords)
    {
        lock (showing) shelf = new Shelf([.. cards.OrderBy(c => c.Slug, StringComparer.Ordinal)], words, [.. cityWords]);
    }

    /// <summary>Shows cards in place of those of the same slugs.</summary>
    public void Put(IReadOnlyCollection<ProcedureCard> cards)
    {
        lock (showing)
        {
            var slugs = cards.Select(c => c.Slug).ToHashSet();
            shelf = shelf.With([.. shelf.All.Where(c => !slugs.Contains(c.Slug)).Concat(cards).OrderBy(c => c.Slug, StringComparer.Ordinal)]);
        }
    }

    /// <summary>Which procedures take nothing new, since when and why.</summary>
    public ImmutableDictionary<string, ProcedureStop> Stops => stops;

    /// <summary>Changes which procedures take nothing new.</summary>
    public void ChangeStops(Func<ImmutableDictionary<string, ProcedureStop>, ImmutableDictionary<string, ProcedureStop>> change)
    {
        lock (showing) stops = change(stops);
    }

    /// <summary>Changes the words of the city that procedures are found by; when nothing differs, the index stays.</summary>
    public void ChangeWords(Func<ImmutableHashSet<(string Slug, string Word)>, IEnumerable<(string Slug, string Word)>> change)
    {
        lock (showing)
        {
            ImmutableHashSet<(string, string)> changed = [.. change(shelf.CityWords)];
            if (!changed.SetEquals(shelf.CityWords)) shelf = shelf.With(changed);
        }
    }

    /// <summary>Compiles a stored edition; null when this program can no longer read it.</summary>
    public (ProcedureEdition? Edition, FaultList Faults) Compile(Edition row) => DefinitionReader.Read(
        $"{row.Slug} edition {row.Number}", row.Definition, row.Number, Context, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Templates));

    private sealed class Shelf(IReadOnlyList<ProcedureCard> all, WordBook words, ImmutableHashSet<(string Slug, string Word)> cityWords)
    {
        private readonly Lazy<SearchIndex> index = new(() => new SearchIndex(all, words, cityWords.ToLookup(w => w.Slug, w => w.Word)));

        public ImmutableHashSet<(string Slug, string Word)> CityWords => cityWords;

        public IReadOnlyList<ProcedureCard> All => all;

        public Dictionary<string, ProcedureCard> BySlug { get; } = all.ToDictionary(e => e.Slug);

        public SearchIndex Index => index.Value;

        public Shelf With(IReadOnlyList<ProcedureCard> others) => new(others, words, cityWords);

        public Shelf With(ImmutableHashSet<(string Slug, string Word)> others) => new(all, words, others);
    }
}
