using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Editing;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Comments;

/// <summary>An officer says something about a question of a draft, or about the whole.</summary>
internal sealed class SayComment(StudioDb db, DraftDesk desk, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <param name="question">Key of the question; empty for the whole.</param>
    public async Task<Result> RunAsync(Guid id, string? question, string? typed, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop);
        var (body, error) = DraftComment.Read(typed);
        if (error is not null) return Refusal.Invalid(error);
        var label = "";
        if (!string.IsNullOrEmpty(question))
        {
            var definition = Definition.Parse(draft.Definition);
            if (definition.Question(question) is not { } asked) return Refusals.Gone;
            label = DraftStep.Short(definition.Label(asked.Question), DraftComment.LongestLabel);
        }

        if (await db.Comments.CountAsync(c => c.DraftId == id, stop) >= DraftComment.Most) return Refusals.ManyComments;
        var said = new DraftComment { Id = Guid.CreateVersion7(), DraftId = id, Question = question ?? "", Label = label, Body = body, SaidBy = actor.Id, SaidAt = clock.Now() };
        db.Add(said);
        audit.Record("procedures.draftCommented", "draft", id.ToString(), new { draft.Slug, Comment = said.Id });
        return Result.Ok;
    }
}
