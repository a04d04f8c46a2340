using Madoguchi.Residents.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.MyApplications;

/// <summary>Tells the resident which of their applications was looked at, under which law, and where to ask about it.</summary>
internal sealed class LookedMatters(ApplicationsDb db, Actor actor, IProcedures procedures, Localizer text) : ILookedAt
{
    public string SubjectKind => "application";

    public async Task<IReadOnlyDictionary<string, LookedAtThing>> OfAsync(IReadOnlyCollection<string> ids, CancellationToken stop)
    {
        var own = await db.VisibleTo(actor).AsNoTracking().Where(a => ids.Contains(a.IntakeNumber))
            .Select(a => new { a.IntakeNumber, a.Procedure, a.ProcedureEdition, a.Status }).ToListAsync(stop);
        return own.ToDictionary(a => a.IntakeNumber, a => Thing(a.IntakeNumber, a.Procedure, a.ProcedureEdition, Application.IsOpenIn(a.Status)));
    }

    private LookedAtThing Thing(string number, string slug, int edition, bool mayAsk)
    {
        var path = $"/my/applications/{number}";
        var title = procedures.Title(slug, edition)?.In(text.Language) ?? new LocalizedText(slug);
        var grounds = procedures.Edition(slug, edition)?.LegalBasis.Select(b => b.Articles is null ? b.Law : $"{b.Law} {b.Articles}").ToList() ?? [];
        return new LookedAtThing(
            text["account.tie.matter", ("procedure", title), ("number", number)], path,
            grounds.Count == 0 ? null : string.Join("、", grounds), mayAsk ? $"{path}?ask=" : null);
    }
}
