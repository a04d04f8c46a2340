using Madoguchi.Residents.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.MyApplications;

/// <summary>What a closing account means for matters: those under way keep it open, forms not yet sent go with it.</summary>
internal sealed class ClosingAccounts(ApplicationsDb db, Actor actor, IProcedures procedures, Localizer text) : IAccountTies, IHandle<AccountClosed>
{
    private const int Most = 50;

    public async Task<IReadOnlyList<AccountTie>> OfAsync(string account, CancellationToken stop)
    {
        var open = await db.VisibleTo(actor).AsNoTracking()
            .Where(a => a.Account == account && (a.Status == ApplicationStatus.Arrived || a.Status == ApplicationStatus.UnderReview || a.Status == ApplicationStatus.CorrectionRequested
                || a.Status == ApplicationStatus.AwaitingDecision || (a.Status == ApplicationStatus.Decided && a.NotifiedAt == null)))
            .OrderBy(a => a.ArrivedAt).Take(Most).Select(a => new { a.IntakeNumber, a.Procedure, a.ProcedureEdition }).ToListAsync(stop);
        return [.. open.Select(a => new AccountTie(
            text["account.tie.matter", ("procedure", procedures.Title(a.Procedure, a.ProcedureEdition)?.In(text.Language) ?? new LocalizedText(a.Procedure)), ("number", a.IntakeNumber)],
            $"/my/applications/{a.IntakeNumber}"))];
    }

    public async ValueTask HandleAsync(AccountClosed happened, CancellationToken stop) =>
        db.RemoveRange(await db.SavedForms.Where(f => f.Account == happened.Account && f.SubmittedAs == null).ToListAsync(stop));
}
