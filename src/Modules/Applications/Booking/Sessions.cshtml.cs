using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Booking;

/// <summary>The sessions of a booking: how many come, and the way to each list of names.</summary>
internal sealed class SessionsPage(SessionLists lists, TimeProvider clock) : StaffPage
{
    public ProcedureEdition Edition { get; private set; } = null!;

    public IReadOnlyList<BookedSession> Sessions { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    public bool Full => Sessions.Count == SessionLists.Most;

    public async Task OnGetAsync(string slug, CancellationToken stop)
    {
        Edition = lists.EditionOf(slug);
        Sessions = await lists.SessionsAsync(slug, clock.Today(), Past, stop);
    }
}
