using Madoguchi.Messaging.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Messaging.Announcements;

/// <summary>All announcements, for whoever may write them.</summary>
internal sealed class StaffAnnouncementsPage(ReadAnnouncements read, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "did")]
    public string? Did { get; set; }

    public IReadOnlyList<Announcement> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => (Rows, Next) = await read.AllAsync(After, stop);

    public bool IsShown(Announcement row) => row.EndsAt > clock.Now();
}
