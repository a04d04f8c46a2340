using Madoguchi.Studio.Editing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.FiscalYears;

/// <summary>A published procedure and what of it may change with the year.</summary>
internal sealed record YearProcedure(ProcedureCard Card, IReadOnlyList<FoundYear> Found);

/// <summary>The forms of a division at the turn of the year.</summary>
/// <param name="Open">Speak of a year and have no draft.</param>
/// <param name="Rolled">Drafts and publications of them for the new year.</param>
/// <param name="Busy">Have another draft: it is finished or thrown away first.</param>
/// <param name="Moving">Their draft gives them to another division, which has it: title and name of the division.</param>
/// <param name="Quiet">Titles of those that name no year.</param>
internal sealed record DivisionYear(IReadOnlyList<YearProcedure> Open, IReadOnlyList<Draft> Rolled, IReadOnlyList<Draft> Busy, IReadOnlyList<(string Title, string Division)> Moving, IReadOnlyList<string> Quiet);

/// <summary>What the forms of a division say of the year that ends. Three queries, however many forms there are.</summary>
internal sealed class ReadYear(StudioDb db, IProcedures procedures, IDefinitions definitions, BusinessCalendar calendar, Actor actor)
{
    /// <param name="from">The fiscal year that ends.</param>
    public async Task<DivisionYear> RunAsync(string division, int from, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit, division);
        var cards = procedures.All.Where(c => c.Division == division).OrderBy(c => c.Kana, StringComparer.Ordinal).ToList();
        var drafts = await DraftsAsync([.. cards.Select(c => c.Slug)], from + 1, stop);
        var taken = drafts.Select(d => d.Slug).ToHashSet();
        var own = drafts.Where(d => d.Division == division).ToList();
        var open = await OfAsync([.. cards.Where(c => !taken.Contains(c.Slug))], from, stop);
        return new DivisionYear(
            [.. open.Where(p => p.Found.Count > 0).OrderByDescending(p => p.Found.Any(f => f.NamesYear))], [.. own.Where(d => d.RolledTo == from + 1)], [.. own.Where(d => d.RolledTo != from + 1)],
            [.. drafts.Except(own).Select(d => (procedures.Card(d.Slug)!.Title.Ja, d.Division))],
            [.. open.Where(p => p.Found.Count == 0).Select(p => p.Card.Title.Ja)]);
    }

    /// <summary>What is found in the current editions of these procedures.</summary>
    public async Task<IReadOnlyList<YearProcedure>> OfAsync(IReadOnlyList<ProcedureCard> cards, int from, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var texts = await definitions.TextsAsync([.. cards.Select(c => (c.Slug, c.Number))], stop);
        var find = new FindYears(calendar);
        return [.. cards.Where(c => texts.ContainsKey(c.Slug)).Select(c => new YearProcedure(c, find.Of(Definition.Parse(texts[c.Slug]), from)))];
    }

    /// <summary>Drafts under way of these procedures, and those that were rolled to the year whatever became of them.</summary>
    public async Task<IReadOnlyList<Draft>> DraftsAsync(string[] slugs, int year, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        return await db.All.AsNoTracking()
            .Where(d => slugs.Contains(d.Slug) && d.State != DraftState.Discarded && (d.State != DraftState.Published || d.RolledTo == year))
            .OrderBy(d => d.Title).ThenBy(d => d.Id).ToListAsync(stop);
    }
}
