using Madoguchi.Messaging.Contracts;

namespace Madoguchi.Messaging.Announcements;

/// <summary>One announcement.</summary>
[Anyone, Cacheable]
internal sealed class AnnouncementPage(ReadAnnouncements read) : ResidentPage
{
    public AnnouncementItem Item { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, CancellationToken stop) => Item = (await read.CurrentAsync(id, stop)).Shown().Item(Text.Language);
}
