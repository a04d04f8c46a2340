using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Outside;

/// <summary>The holder of a link says something about a question, under a name of their own.</summary>
[Anyone]
internal sealed class CommentFromOutside(StudioDb db, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Comments by one link in an hour.</summary>
    public const int InAnHour = 30;

    internal sealed record Input(string? Question, string? Name, string? Body);

    public async Task<Result> RunAsync(PreviewLink link, Draft draft, Form form, Input input, CancellationToken stop)
    {
        var errors = new List<FieldError>();
        var name = TextRules.Normalise(input.Name ?? "");
        if (name.Length == 0) errors.Add(new FieldError("Name", "missing"));
        else if (!TextRules.IsClean(name) || name.Contains('\n') || TextRules.IsLonger(name, DraftComment.LongestName) || name.Length > DraftComment.LongestName) errors.Add(new FieldError("Name", "studio-comment-name", ("max", DraftComment.LongestName)));
        var (body, error) = DraftComment.Read(input.Body);
        if (error is not null) errors.Add(error);
        var question = string.IsNullOrEmpty(input.Question) ? null : form.Question(input.Question);
        if (!string.IsNullOrEmpty(input.Question) && (question is null || input.Question.Contains('['))) errors.Add(new FieldError("Question", "option"));
        if (errors.Count > 0) return Refusal.Invalid(errors);

        var (id, own, hour) = (draft.Id, link.Id, clock.Now().AddHours(-1));
        if (await db.Comments.CountAsync(c => c.LinkId == own && c.SaidAt > hour, stop) >= InAnHour) return Refusals.CommentsTooOften;
        if (await db.Comments.CountAsync(c => c.DraftId == id, stop) >= DraftComment.Most) return Refusals.ManyComments;
        var said = new DraftComment
        {
            Id = Guid.CreateVersion7(), DraftId = id, Question = input.Question ?? "", Label = question is null ? "" : DraftStep.Short(question.Label.Ja, DraftComment.LongestLabel),
            Body = body, LinkId = own, Name = name, SaidAt = clock.Now(),
        };
        db.Add(said);
        audit.Record("procedures.draftCommented", "draft", id.ToString(), new { draft.Slug, Comment = said.Id, Link = own });
        return Result.Ok;
    }
}
