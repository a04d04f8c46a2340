using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Directory.SetTheme;

/// <summary>Keeps what was set as the city's draft, to be looked at before it is published.</summary>
internal sealed class DraftTheme(ThemeDrafts drafts, JudgeTheme judge, Actor actor, AuditTrail audit)
{
    public async Task<Result> RunAsync(ThemeInput input, CancellationToken stop)
    {
        actor.Require(DirectoryPermissions.Theme);
        var before = await drafts.DraftAsync(stop) ?? await drafts.CurrentAsync(stop);
        var judged = judge.Judge(input, before is null ? Theme.Plain : ThemeBoard.Read(before.Settings));
        if (judged.Errors.Count > 0) return Refusal.Invalid(judged.Errors);
        var draft = await drafts.KeepAsync(judged.Theme, judged.Pictures, actor.Id, source: null, stop);
        audit.Record("directory.themeDrafted", "theme", draft.Id.ToString());
        return Result.Ok;
    }

    /// <summary>Makes an earlier edition the draft; null: the look before anybody set anything.</summary>
    public async Task BringBackAsync(Guid? edition, CancellationToken stop)
    {
        actor.Require(DirectoryPermissions.Theme);
        var earlier = await drafts.Published().FirstOrDefaultAsync(t => t.Id == edition, stop);
        if (edition is not null && earlier is null) throw new NotFoundException();
        var draft = await drafts.KeepAsync(earlier is null ? Theme.Plain : ThemeBoard.Read(earlier.Settings), [], actor.Id, source: null, stop);
        audit.Record("directory.themeDrafted", "theme", draft.Id.ToString(), new { From = edition });
    }

    /// <param name="id">The draft that was looked at: another one is not thrown away unseen.</param>
    public async Task<Result> DiscardAsync(Guid id, CancellationToken stop)
    {
        actor.Require(DirectoryPermissions.Theme);
        if (await drafts.DraftAsync(stop) is not { } draft) return Result.Ok;
        if (draft.Id != id) return new Refusal("changed-by-someone-else", RefusalKind.VersionMismatch);
        await drafts.ForgetAsync([], stop);
        audit.Record("directory.themeDiscarded", "theme", draft.Id.ToString());
        return Result.Ok;
    }
}
