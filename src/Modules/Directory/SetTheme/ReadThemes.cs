using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Data;
using Madoguchi.Directory.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Directory.SetTheme;

/// <summary>What an officer sees before setting a theme: the draft, what is shown now, what was shown before.</summary>
internal sealed class ReadThemes(DirectoryDb db, ThemeDrafts drafts, IDirectory directory, Actor actor)
{
    private const int Shown = 10;

    /// <param name="By">Who published it; null for the files of the city.</param>
    internal sealed record Edition(Guid Id, DateTime PublishedAt, PersonRef? By, Theme Theme);

    /// <summary>The draft, without tracking; null when nobody made one.</summary>
    public async Task<(ThemeRow Row, Theme Theme)?> DraftAsync(CancellationToken stop)
    {
        actor.Require(DirectoryPermissions.Theme);
        return await db.Themes.AsNoTracking().Where(t => t.PublishedAt == null).OrderByDescending(t => t.Id).FirstOrDefaultAsync(stop) is { } row
            ? (row, ThemeBoard.Read(row.Settings))
            : null;
    }

    /// <summary>The last editions, the one of now first.</summary>
    public async Task<IReadOnlyList<Edition>> EditionsAsync(CancellationToken stop)
    {
        actor.Require(DirectoryPermissions.Theme);
        var rows = await drafts.Published().AsNoTracking().Take(Shown).ToListAsync(stop);
        var people = directory.NamesOf(rows.Select(r => r.PublishedBy).OfType<string>());
        return [.. rows.Select(r => new Edition(r.Id, r.PublishedAt!.Value, people.GetValueOrDefault(r.PublishedBy ?? ""), ThemeBoard.Read(r.Settings)))];
    }

    /// <summary>A picture of the draft.</summary>
    public async Task<Picture> PictureAsync(string hash, CancellationToken stop)
    {
        var facts = await DraftAsync(stop) is { } draft ? new[] { draft.Theme.Mark, draft.Theme.Top }.FirstOrDefault(p => p?.Hash == hash) : null;
        return facts is not null && await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Hash == hash, stop) is { } row
            ? new Picture(facts, Convert.FromBase64String(row.Content))
            : throw new NotFoundException();
    }
}
