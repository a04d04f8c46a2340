using Madoguchi.Applications.Contracts;
using Madoguchi.Insights.Contracts;
using Madoguchi.Insights.Domain;
using Madoguchi.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Insights.Look;

/// <summary>Reads the sums of the procedures this officer may see: those of their divisions, or of the whole city.</summary>
internal sealed class ReadFigures(InsightsDb db, IProcedures procedures, Actor actor)
{
    private const int ShownWords = 50;
    private const int ShownErrors = 100;

    internal sealed record Line(ProcedureCard Card, Figures Figures);

    internal sealed record ErrorLine(string Question, string Kind, long Count);

    internal sealed record WordsLine(DateOnly Day, Guid Id, string Words);

    /// <summary>Procedures somebody has begun or spoken of since the day, the most used first.</summary>
    public async Task<IReadOnlyList<Line>> AllAsync(DateOnly from, CancellationToken stop)
    {
        actor.Require(InsightsPermissions.View);
        var counts = await db.FormCounts.Where(c => c.Day >= from && (c.Kind == CountKind.Begun || c.Kind == CountKind.Submitted))
            .GroupBy(c => new { c.Procedure, c.Kind, c.Detail }).Select(g => new { g.Key.Procedure, g.Key.Kind, g.Key.Detail, Sum = g.Sum(c => c.Amount) }).ToListAsync(stop);
        var ratings = await db.Ratings.Where(r => r.Day >= from)
            .GroupBy(r => r.Procedure).Select(g => new { Procedure = g.Key, Count = g.LongCount(), Sum = g.Sum(r => (long)r.Score) }).ToListAsync(stop);
        var sums = counts.ToLookup(c => c.Procedure);
        var said = ratings.ToDictionary(r => r.Procedure);
        return
        [
            .. procedures.All.Where(c => actor.May(InsightsPermissions.View, c.Division) && (sums.Contains(c.Slug) || said.ContainsKey(c.Slug)))
                .Select(c => new Line(c, new Figures(
                    sums[c.Slug].Where(s => s.Kind == CountKind.Begun).Sum(s => s.Sum),
                    sums[c.Slug].Where(s => s.Kind == CountKind.Submitted).ToDictionary(s => s.Detail, s => s.Sum),
                    said.GetValueOrDefault(c.Slug)?.Count ?? 0, said.GetValueOrDefault(c.Slug)?.Sum ?? 0)))
                .OrderByDescending(l => l.Figures.Submitted).ThenByDescending(l => l.Figures.Begun).ThenBy(l => l.Card.Kana, StringComparer.Ordinal),
        ];
    }

    /// <exception cref="NotFoundException">No such procedure, or not the officer's to see.</exception>
    public ProcedureCard Card(string slug)
    {
        actor.Require(InsightsPermissions.View);
        return procedures.All.FirstOrDefault(c => c.Slug == slug && actor.May(InsightsPermissions.View, c.Division)) ?? throw new NotFoundException();
    }

    /// <summary>Editions somebody has answered since the day, and the current one; the newest first.</summary>
    public async Task<IReadOnlyList<int>> EditionsAsync(ProcedureCard card, DateOnly from, CancellationToken stop)
    {
        var counted = await Counts(card, from).Select(c => c.Edition).Distinct().ToListAsync(stop);
        return [.. counted.Append(card.Number).Distinct().OrderDescending()];
    }

    /// <summary>Sums of one edition: of the form, of its pages and of its questions.</summary>
    public async Task<(Figures Form, IReadOnlyList<PageFigures> Pages, IReadOnlyList<ErrorLine> Errors)> OfAsync(ProcedureCard card, int edition, DateOnly from, CancellationToken stop)
    {
        var sums = await Counts(card, from).Where(c => c.Edition == edition)
            .GroupBy(c => new { c.Kind, c.Place, c.Detail }).Select(g => new { g.Key.Kind, g.Key.Place, g.Key.Detail, Sum = g.Sum(c => c.Amount) }).ToListAsync(stop);
        var scores = await db.Ratings.Where(r => r.Procedure == card.Slug && r.Edition == edition && r.Day >= from)
            .GroupBy(r => r.Procedure).Select(g => new { Count = g.LongCount(), Sum = g.Sum(r => (long)r.Score) }).FirstOrDefaultAsync(stop);
        var form = new Figures(Of(CountKind.Begun), sums.Where(s => s.Kind == CountKind.Submitted).ToDictionary(s => s.Detail, s => s.Sum), scores?.Count ?? 0, scores?.Sum ?? 0);
        var pages = procedures.Edition(card.Slug, edition)?.Form.Pages.Select(p => p.Id).Append(FormPlace.Check) ?? [];
        var errors = sums.Where(s => s.Kind == CountKind.Error).Select(s => new ErrorLine(s.Place, s.Detail, s.Sum));
        return (
            form,
            [.. pages.Select(id => new PageFigures(id, Of(CountKind.Opened, id), Of(CountKind.Passed, id), Of(CountKind.LedOut, id), Of(CountKind.Failed, id)))],
            [.. errors.OrderByDescending(e => e.Count).ThenBy(e => e.Question, StringComparer.Ordinal).Take(ShownErrors)]);

        long Of(CountKind kind, string place = "") => sums.Where(s => s.Kind == kind && s.Place == place).Sum(s => s.Sum);
    }

    /// <summary>What people wrote, of all editions, the newest day first.</summary>
    public async Task<(IReadOnlyList<WordsLine> Words, string? Next)> WordsAsync(ProcedureCard card, string? after, CancellationToken stop)
    {
        var seen = Cursor.Parse(after);
        var rows = await db.Ratings.AsNoTracking().Where(r => r.Procedure == card.Slug && r.Words != null)
            .PageBy(r => r.Day, r => r.Id, seen?.Day, seen?.Id, descending: true).Take(ShownWords + 1).Select(r => new WordsLine(r.Day, r.Id, r.Words!)).ToListAsync(stop);
        return ([.. rows.Take(ShownWords)], rows.Count > ShownWords ? Cursor.Of(rows[ShownWords - 1].Day, rows[ShownWords - 1].Id) : null);
    }

    private IQueryable<FormCount> Counts(ProcedureCard card, DateOnly from) => db.FormCounts.Where(c => c.Procedure == card.Slug && c.Day >= from);
}
