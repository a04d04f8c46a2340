using Madoguchi.Messaging.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Messaging.Announcements;

/// <summary>お知らせの一覧.</summary>
[Anyone, Cacheable]
internal sealed class AnnouncementsPage(ReadAnnouncements read) : ResidentPage
{
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<AnnouncementItem> Items { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (rows, next) = await read.CurrentAsync(After, stop);
        Items = [.. rows.Select(a => a.Shown().Item(Text.Language))];
        Next = next;
    }
}
