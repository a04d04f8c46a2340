using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain.Themes;

namespace Madoguchi.Directory.SetTheme;

/// <summary>Makes the draft the look of the city.</summary>
internal sealed class PublishTheme(ThemeDrafts drafts, ThemeBoard board, Database database, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <param name="id">The draft that was looked at: another one is not published unseen.</param>
    public async Task<Result> RunAsync(Guid id, CancellationToken stop)
    {
        actor.Require(DirectoryPermissions.Theme);
        var draft = await drafts.DraftAsync(stop);
        var current = await drafts.CurrentAsync(stop);
        if (draft?.Id != id || draft.BasedOn != current?.Id) return new Refusal("changed-by-someone-else", RefusalKind.VersionMismatch);

        var (theme, before) = (ThemeBoard.Read(draft.Settings), current is null ? Theme.Plain : ThemeBoard.Read(current.Settings));
        (draft.PublishedAt, draft.PublishedBy) = (clock.Now(), actor.Id);
        audit.Record("directory.themePublished", "theme", id.ToString(), new { Before = current?.Id, Changed = theme.ChangedFrom(before), Name = theme.Name?.Ja, theme.Colours });
        var shown = await ThemeBoard.MadeAsync(database, id, theme, stop);
        database.AfterCommit(() => board.Show(shown));
        return Result.Ok;
    }
}
