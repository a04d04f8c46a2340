using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Register;

/// <summary>The register line by line, a portion in memory at a time: procedures of the catalogue first, then the others by 手続ID.</summary>
internal sealed class ExportRegister(StudioDb db, IProcedures procedures, IDefinitions definitions, IDirectory directory, ReadRegister read, Actor actor)
{
    private const int Portion = 500;

    /// <param name="own">Whether the city's four columns follow.</param>
    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync(string? division, string? counted, bool own, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var cards = procedures.All.Where(c => division is null || c.Division == division).OrderBy(c => c.Slug, StringComparer.Ordinal).ToList();
        var matters = await read.CountedAsync(counted, stop);
        foreach (var portion in cards.Chunk(Portion))
        {
            var slugs = portion.Select(c => c.Slug).ToArray();
            var kept = await db.Register.AsNoTracking().Where(e => slugs.Contains(e.SurveyId)).ToDictionaryAsync(e => e.SurveyId, stop);
            var texts = await definitions.TextsAsync([.. portion.Select(c => (c.Slug, c.Number))], stop);
            foreach (var card in portion.Where(c => texts.ContainsKey(c.Slug)))
            {
                using var definition = JsonDocument.Parse(texts[card.Slug]);
                var entry = kept.GetValueOrDefault(card.Slug);
                yield return Line(CatalogueCells.Of(card, definition.RootElement, matters.GetValueOrDefault(card.Slug), ReadRegister.CellsOf(entry)), card.Division, entry, own);
            }
        }

        for (var after = ""; ;)
        {
            var last = after;
            var rows = await read.Others().Where(e => (division == null || e.Division == division) && string.Compare(e.SurveyId, last) > 0).OrderBy(e => e.SurveyId).Take(Portion).ToListAsync(stop);
            foreach (var row in rows) yield return Line(ReadRegister.CellsOf(row)!, row.Division, row, own);
            if (rows.Count < Portion) yield break;
            after = rows[^1].SurveyId;
        }
    }

    private string[] Line(string[] cells, string division, RegisterEntry? entry, bool own) => own
        ? [.. cells, directory.Division(division)?.Name ?? division, entry?.Minutes?.ToString(CultureInfo.InvariantCulture) ?? "", entry?.Seal switch { true => "要", false => "不要", _ => "" }, entry?.WhyOffline ?? ""]
        : cells;
}
