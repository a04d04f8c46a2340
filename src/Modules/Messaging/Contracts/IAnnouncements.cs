namespace Madoguchi.Messaging.Contracts;

/// <summary>お知らせ as readers see it.</summary>
/// <param name="Emergency">Danger to life and property.</param>
/// <param name="Language">Of title and body: Japanese where nobody wrote the wanted one.</param>
/// <param name="Link">A page of this site (<c>/…</c>) or an address (<c>https://…</c>); null when there is none.</param>
public sealed record AnnouncementItem(Guid Id, bool Emergency, LocalizedText Title, LocalizedText Body, Language Language, DateTime PublishedAt, DateTime UpdatedAt, string? Link);

/// <summary>What the city tells everybody; from memory, no older than half a minute.</summary>
public interface IAnnouncements
{
    /// <summary>What is shown now, newest first, a hundred at most.</summary>
    ValueTask<IReadOnlyList<AnnouncementItem>> CurrentAsync(Language language, CancellationToken stop = default);
}
