using System.Text.Json;
using Madoguchi.Directory.Data;
using Madoguchi.Directory.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Directory.SetTheme;

/// <summary>The one draft of the city and the editions that were published.</summary>
internal sealed class ThemeDrafts(DirectoryDb db, TimeProvider clock)
{
    public Task<ThemeRow?> DraftAsync(CancellationToken stop) => db.Themes.Where(t => t.PublishedAt == null).OrderByDescending(t => t.Id).FirstOrDefaultAsync(stop);

    public Task<ThemeRow?> CurrentAsync(CancellationToken stop) => Published().FirstOrDefaultAsync(stop);

    /// <summary>Published editions, newest first.</summary>
    public IQueryable<ThemeRow> Published() => db.Themes.Where(t => t.PublishedAt != null).OrderByDescending(t => t.PublishedAt).ThenByDescending(t => t.Id);

    /// <summary>Puts a draft in the place of the one there was, on the ground of what is published now.</summary>
    public async Task<ThemeRow> KeepAsync(Theme theme, IReadOnlyList<Picture> pictures, string by, string? source, CancellationToken stop)
    {
        var current = await CurrentAsync(stop);
        await ForgetAsync([theme.Mark?.Hash, theme.Top?.Hash], stop);
        foreach (var picture in pictures.DistinctBy(p => p.Facts.Hash))
            if (await db.Pictures.FindAsync([picture.Facts.Hash], stop) is null)
                db.Add(new PictureRow { Hash = picture.Facts.Hash, MediaType = picture.Facts.MediaType, Content = Convert.ToBase64String(picture.Content) });
        var draft = new ThemeRow
        {
            Id = Guid.CreateVersion7(), Settings = JsonSerializer.Serialize(theme, JsonText.Options), BasedOn = current?.Id,
            Mark = theme.Mark?.Hash, Top = theme.Top?.Hash, DraftedAt = clock.Now(), DraftedBy = by, Source = source,
        };
        db.Add(draft);
        return draft;
    }

    /// <summary>Throws drafts away, and the pictures nothing else shows.</summary>
    public async Task ForgetAsync(IReadOnlyList<string?> needed, CancellationToken stop)
    {
        var drafts = await db.Themes.Where(t => t.PublishedAt == null).ToListAsync(stop);
        foreach (var hash in drafts.SelectMany(d => new[] { d.Mark, d.Top }).OfType<string>().Distinct().Except(needed))
        {
            var shown = await db.Themes.AnyAsync(t => t.PublishedAt != null && (t.Mark == hash || t.Top == hash), stop);
            if (!shown && await db.Pictures.FindAsync([hash], stop) is { } picture) db.Remove(picture);
        }

        db.RemoveRange(drafts);
    }
}
