using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.MyApplications;

/// <summary>The place of a booking as its holder sees it.</summary>
/// <param name="Ahead">Households before this one on the waiting list.</param>
internal sealed record PlaceView(PlaceState State, Session? Session, int Ahead, DateTime? OfferedUntil, DateTime? CancelUntil);

/// <summary>Reads the place of a matter its applicant was shown.</summary>
internal sealed class PlaceReader(ApplicationsDb db, Actor actor)
{
    public async Task<PlaceView?> RunAsync(Application application, ProcedureEdition edition, CancellationToken stop = default)
    {
        actor.RequireResident();
        if (edition.Booking is null) return null;
        var place = await db.Places.AsNoTracking().FirstOrDefaultAsync(p => p.IntakeNumber == application.IntakeNumber, stop);
        if (place is null) return null;
        var ahead = place.State == PlaceState.Waiting
            ? await db.Places.CountAsync(p => p.Procedure == place.Procedure && p.Session == place.Session && p.State == PlaceState.Waiting && p.Position < place.Position, stop)
            : 0;
        var session = edition.Session(place.Session);
        return new PlaceView(place.State, session, ahead, place.OfferedUntil, session?.CancelUntil);
    }
}
