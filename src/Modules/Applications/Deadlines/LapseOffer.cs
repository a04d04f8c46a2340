using Madoguchi.Applications.Booking;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Deadlines;

/// <summary>An offered place that nobody took in time: the matter ends, the next on the waiting list is asked.</summary>
[Anyone]
internal sealed class LapseOffer(
    ApplicationsDb db, DeadlineLease lease, IProcedures procedures, SessionCounter counter, OfferPlace offer, History history, EventBus events)
{
    public async Task RunAsync(Guid id, DateTime now, CancellationToken stop)
    {
        if (!await lease.TakeAsync(stop)) return;
        var place = await db.Places.FirstAsync(p => p.Id == id, stop);
        if (place.State != PlaceState.Offered || place.OfferedUntil >= now) return;
        var application = await db.All.FirstAsync(a => a.IntakeNumber == place.IntakeNumber, stop);
        var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;

        place.Cancel();
        await counter.ReturnAsync(place.Procedure, place.Session, waiting: false, stop);
        if (!application.Close(CloseReason.Lapsed).Refused)
            await history.RecordAsync(application, new ApplicationClosed(application.IntakeNumber, EnumText.Of(CloseReason.Lapsed), null), stop);
        await events.RaiseAsync(new PlaceLapsed(application.IntakeNumber, application.Procedure, application.Account, place.Session), stop);
        if (edition.Session(place.Session) is { } session && session.StartsAt > now) await offer.RunAsync(edition, place.Session, stop);
    }
}
