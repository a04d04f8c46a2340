using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Booking;

/// <summary>Gives a booked place back in time and offers it to the first who waits.</summary>
[Anyone]
internal sealed class FreePlace(ApplicationsDb db, IProcedures procedures, SessionCounter counter, OfferPlace offer, TimeProvider clock)
{
    public async Task<Result> RunAsync(Application application, CancellationToken stop)
    {
        var place = await db.Places.FirstOrDefaultAsync(p => p.IntakeNumber == application.IntakeNumber && p.State != PlaceState.Cancelled, stop);
        if (place is null) return Result.Ok;
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
        if (edition.Session(place.Session) is { } session && session.CancelUntil < clock.Now() && place.State != PlaceState.Waiting) return Refusals.CancelTooLate;

        var waiting = place.State == PlaceState.Waiting;
        place.Cancel();
        await counter.ReturnAsync(place.Procedure, place.Session, waiting, stop);
        if (!waiting) await offer.RunAsync(edition, place.Session, stop);
        return Result.Ok;
    }
}

/// <summary>繰上げ: offers a free place to the first on the waiting list, who answers within the hours of the definition.</summary>
[Anyone]
internal sealed class OfferPlace(ApplicationsDb db, SessionCounter counter, EventBus events, TimeProvider clock)
{
    public async Task RunAsync(ProcedureEdition edition, string session, CancellationToken stop)
    {
        var first = await db.Places.Where(p => p.Procedure == edition.Slug && p.Session == session && p.State == PlaceState.Waiting).OrderBy(p => p.Position).FirstOrDefaultAsync(stop);
        if (first is null) return;
        var until = clock.Now().AddHours(edition.Booking!.OfferHours);
        first.Offer(until);
        await counter.PromoteAsync(edition.Slug, session, stop);
        var account = await db.All.Where(a => a.IntakeNumber == first.IntakeNumber).Select(a => a.Account).FirstAsync(stop);
        await events.RaiseAsync(new PlaceOffered(first.IntakeNumber, edition.Slug, account, session, until), stop);
    }
}

/// <summary>The applicant takes the place offered.</summary>
internal sealed class ConfirmPlace(ApplicationsDb db, Matters matters, Actor actor, EventBus events, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<Application>> RunAsync(string number, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.RequireResident();
        var place = await db.Places.FirstOrDefaultAsync(p => p.IntakeNumber == application.IntakeNumber, stop);
        if (place is null) return Refusals.BookingClosed;
        if (place.Confirm(clock.Now()) is { Refused: true } late) return late.Refusal;
        if (application.Touch() is { Refused: true } no) return no.Refusal;
        audit.Record("applications.placeConfirmed", "application", application.IntakeNumber);
        await events.RaiseAsync(new PlaceConfirmed(application.IntakeNumber, application.Procedure, application.Account, place.Session), stop);
        return application;
    }
}
