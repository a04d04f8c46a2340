using System.Text.Json;
using Madoguchi.Messaging.Data;
using Madoguchi.Messaging.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Messaging.Announcements;

/// <summary>At the first start in demo mode: the announcements of <c>demo/announcements.json</c>.</summary>
internal sealed class SeedAnnouncements(IServiceScopeFactory scopes, CityOptions options, TimeProvider clock) : IStartup
{
    private sealed record File(IReadOnlyList<Entry> Announcements);

    private sealed record Entry(string TitleJa, string BodyJa, string TitleEn, string BodyEn, string TitleEasy, string BodyEasy, string? Link);

    public async Task StartAsync(CancellationToken stop)
    {
        if (!options.Demo || await AnyAsync(stop)) return;
        var path = Path.Combine(options.DemoFolder, "announcements.json");
        await using var stream = System.IO.File.OpenRead(path);
        var file = await JsonSerializer.DeserializeAsync<File>(stream, JsonText.Options, stop) ?? throw new InvalidDataException(path);
        var now = clock.Now();
        await scopes.RunAsync(services =>
        {
            foreach (var entry in file.Announcements) services.GetRequiredService<MessagingDb>().Add(Made(entry, now));
            return Task.CompletedTask;
        }, stop);
    }

    private static Announcement Made(Entry entry, DateTime now)
    {
        var announcement = new Announcement { Id = Guid.CreateVersion7(), PublishedAt = now };
        announcement.Write(new AnnouncementWords(false, entry.TitleJa, entry.BodyJa, entry.TitleEn, entry.BodyEn, entry.TitleEasy, entry.BodyEasy, entry.Link), now.AddYears(1), "demo", now);
        return announcement;
    }

    private async Task<bool> AnyAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await AnnouncementRows.AnyAsync(scope.ServiceProvider.GetRequiredService<Database>(), stop);
    }
}
