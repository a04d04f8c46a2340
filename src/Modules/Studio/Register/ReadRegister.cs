using Madoguchi.Applications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Register;

/// <summary>A page of the register: first the procedures of the catalogue, from memory, then the others by 手続ID. Nothing is counted but real matters.</summary>
internal sealed class ReadRegister(StudioDb db, IProcedures procedures, IDefinitions definitions, IMatterCounts counts, Actor actor, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="counted">Which year of matters: <c>months</c> or <c>fiscal</c>.</param>
    /// <returns>The lines, and the key the next page begins after; null on the last.</returns>
    public async Task<(IReadOnlyList<RegisterLine> Lines, string? Next)> RunAsync(RegisterFilter filter, string? counted, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var lines = new List<RegisterLine>();
        if (filter.After is null || filter.After.StartsWith("c:", StringComparison.Ordinal)) lines.AddRange(await OfCatalogueAsync(filter, counted, stop));
        if (lines.Count <= PageSize) lines.AddRange(await OthersAsync(filter, PageSize + 1 - lines.Count, stop));
        if (lines.Count <= PageSize) return (lines, null);
        lines.RemoveAt(PageSize);
        return (lines, lines[^1].OfCatalogue ? $"c:{lines[^1].Key}" : $"e:{lines[^1].SurveyId}");
    }

    /// <summary>The 46 cells of a procedure of the catalogue, and what the city keeps beside them.</summary>
    public async Task<(string[] Cells, RegisterEntry? Kept)> OfProcedureAsync(ProcedureCard card, string? counted, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var kept = await db.Register.AsNoTracking().FirstOrDefaultAsync(e => e.SurveyId == card.Slug, stop);
        var text = (await definitions.TextsAsync([(card.Slug, card.Number)], stop)).GetValueOrDefault(card.Slug) ?? throw new NotFoundException();
        using var definition = JsonDocument.Parse(text);
        return (CatalogueCells.Of(card, definition.RootElement, (await CountedAsync(counted, stop)).GetValueOrDefault(card.Slug), CellsOf(kept)), kept);
    }

    public Task<IReadOnlyDictionary<string, MatterCount>> CountedAsync(string? counted, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var (from, before) = CountedYear.Of(counted, clock.Today());
        return counts.ArrivedAsync(from, before, stop);
    }

    /// <summary>What is not of the catalogue today: a procedure may have been published under the 手続ID of an entry since it was written.</summary>
    public IQueryable<RegisterEntry> Others()
    {
        actor.Require(ProceduresPermissions.Edit);
        var slugs = procedures.All.Select(c => c.Slug).ToArray();
        return db.Register.AsNoTracking().Where(e => !e.OfCatalogue && !slugs.Contains(e.SurveyId));
    }

    public static string[]? CellsOf(RegisterEntry? entry) => entry is null ? null : JsonSerializer.Deserialize<string[]>(entry.Cells);

    private async Task<IEnumerable<RegisterLine>> OfCatalogueAsync(RegisterFilter filter, string? counted, CancellationToken stop)
    {
        if (filter.Online is not (null or "1")) return [];
        var after = filter.After?[2..];
        var cards = procedures.All.Where(c => filter.Division is null || c.Division == filter.Division)
            .Where(c => filter.Words is not { } words || RegisterFilter.Folded(c.Title.Ja).Contains(words, StringComparison.Ordinal))
            .Where(c => after is null || string.CompareOrdinal(c.Slug, after) > 0).OrderBy(c => c.Slug, StringComparer.Ordinal).Take(PageSize + 1).ToList();
        if (cards.Count == 0) return [];
        var slugs = cards.Select(c => c.Slug).ToArray();
        var kept = await db.Register.AsNoTracking().Where(e => slugs.Contains(e.SurveyId)).Select(e => new { e.SurveyId, e.Minutes, e.Seal }).ToDictionaryAsync(e => e.SurveyId, stop);
        var matters = await CountedAsync(counted, stop);
        return cards.Select(c => new RegisterLine(c.Slug, c.Slug, c.Title.Ja, c.Division, true, "1", matters.GetValueOrDefault(c.Slug)?.Total ?? 0, matters.GetValueOrDefault(c.Slug)?.Online ?? 0,
            kept.GetValueOrDefault(c.Slug)?.Minutes, kept.GetValueOrDefault(c.Slug)?.Seal));
    }

    private async Task<IReadOnlyList<RegisterLine>> OthersAsync(RegisterFilter filter, int most, CancellationToken stop)
    {
        var rows = Others();
        if (filter.Division is { } division) rows = rows.Where(e => e.Division == division);
        if (filter.Online is { } online) rows = rows.Where(e => e.Online == online);
        if (filter.Words is { } words) rows = rows.Where(e => e.Words.Contains(words));
        if (filter.After?.StartsWith("e:", StringComparison.Ordinal) == true)
        {
            var after = filter.After[2..];
            rows = rows.Where(e => string.Compare(e.SurveyId, after) > 0);
        }

        return await rows.OrderBy(e => e.SurveyId).Take(most)
            .Select(e => new RegisterLine(e.Id.ToString(), e.SurveyId, e.Name, e.Division, false, e.Online, e.Total, e.OnlineTotal, e.Minutes, e.Seal)).ToListAsync(stop);
    }
}
