using Madoguchi.Studio.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Comments;

/// <summary>A comment with the name it is shown under.</summary>
internal sealed record ShownComment(DraftComment Comment, string Who, string? DoneBy);

/// <summary>Comments in the order they were said, those dealt with last.</summary>
/// <param name="Question">The question they are about; null for all of a draft.</param>
internal sealed record ShownComments(Guid Draft, string? Question, IReadOnlyList<ShownComment> All)
{
    public int Open => All.Count(c => c.Comment.DoneAt is null);
}

/// <summary>What was said about a draft, for those who may change it.</summary>
internal sealed class ReadComments(StudioDb db, DraftDesk desk, IDirectory directory, Localizer text, Actor actor)
{
    /// <param name="question">Only what is about this question.</param>
    public async Task<ShownComments> RunAsync(Guid id, string? question, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        await desk.FindAsync(id, stop);
        var about = db.Comments.AsNoTracking().Where(c => c.DraftId == id);
        if (question is not null) about = about.Where(c => c.Question == question);
        var said = await about.OrderBy(c => c.SaidAt).ThenBy(c => c.Id).Take(DraftComment.Most).ToListAsync(stop);
        var names = directory.NamesOf(said.Select(c => c.SaidBy).Concat(said.Select(c => c.DoneBy)).OfType<string>().Distinct());
        return new ShownComments(id, question, [.. said.OrderBy(c => c.DoneAt is not null).Select(c => new ShownComment(c, Who(c), c.DoneBy is { } by ? names.GetValueOrDefault(by)?.Name ?? by : null))]);

        string Who(DraftComment comment) => comment.SaidBy is { } officer ? names.GetValueOrDefault(officer)?.Name ?? officer : text["staff.studio.comments.outside", ("name", comment.Name)].ToString();
    }

    /// <summary>How many comments on each question are not dealt with; the whole stands under the empty key.</summary>
    public async Task<IReadOnlyDictionary<string, int>> OpenAsync(Guid id, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        return await db.Comments.AsNoTracking().Where(c => c.DraftId == id && c.DoneAt == null).GroupBy(c => c.Question).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
    }

    /// <summary>The same for several drafts, in one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> OpenAsync(IReadOnlyCollection<Guid> drafts, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var own = drafts.ToArray();
        return await db.Comments.AsNoTracking().Where(c => own.Contains(c.DraftId) && c.DoneAt == null).GroupBy(c => c.DraftId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
    }
}
