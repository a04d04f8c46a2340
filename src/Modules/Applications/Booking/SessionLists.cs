using Madoguchi.Applications.Export;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Booking;

/// <summary>A session with how many come and wait.</summary>
internal sealed record BookedSession(string Code, DateOnly Day, long Taken, long Waiting);

/// <summary>Somebody on the list of a session.</summary>
internal sealed record BookedPlace(PlaceState State, long Position, ExportRow Row);

/// <summary>名簿: the sessions of a booking and who comes, for officers who may see its matters.</summary>
internal sealed class SessionLists(Database database, ApplicationsDb db, IProcedures procedures, Actor actor, AuditTrail audit)
{
    /// <summary>More sessions than a page shows at once.</summary>
    public const int Most = 100;

    /// <summary>More people than a session of the library holds; a list is for one room.</summary>
    private const int MostPeople = 2000;

    /// <exception cref="NotFoundException">No booking, or of another division.</exception>
    public ProcedureEdition EditionOf(string slug)
    {
        var edition = procedures.Find(slug) ?? throw new NotFoundException();
        if (edition.Booking is null || !actor.May(ApplicationsPermissions.View, edition.Division)) throw new NotFoundException();
        return edition;
    }

    /// <summary>Those somebody has booked, from a day on, soonest first; or those before it, latest first.</summary>
    public async Task<IReadOnlyList<BookedSession>> SessionsAsync(string slug, DateOnly from, bool past, CancellationToken stop)
    {
        EditionOf(slug);
        var order = past ? "session < @from order by session desc" : "session >= @from order by session";
        return await database.ListAsync(
            $"select session, taken, waiting from applications_sessions where procedure = @procedure and taken + waiting > 0 and {order} limit {Most}",
            row => new BookedSession(row.GetString(0), DateOnly.ParseExact(row.GetString(0)[..10], "yyyy-MM-dd"), row.GetInt64(1), row.GetInt64(2)),
            stop, ("@procedure", slug), ("@from", from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Who holds a place, then who was offered one, then who waits, each in the order of arrival.</summary>
    public async Task<IReadOnlyList<BookedPlace>> PeopleAsync(string slug, string session, string what, CancellationToken stop)
    {
        EditionOf(slug);
        var rows = await db.Places.AsNoTracking().Where(p => p.Procedure == slug && p.Session == session && p.State != PlaceState.Cancelled)
            .Join(db.VisibleTo(actor).AsNoTracking(), p => p.IntakeNumber, a => a.IntakeNumber, (p, a) => new { Place = p, Application = a })
            .OrderBy(r => r.Place.Position).Take(MostPeople).ToListAsync(stop);
        audit.Viewed("session", $"{slug}/{session}", new { what, People = rows.Count });
        return
        [
            .. rows.Select(r => new BookedPlace(r.Place.State, r.Place.Position, new ExportRow(r.Application, procedures.Edition(slug, r.Application.ProcedureEdition)!)))
                .OrderBy(p => p.State switch { PlaceState.Confirmed => 0, PlaceState.Offered => 1, _ => 2 }).ThenBy(p => p.Position),
        ];
    }
}
