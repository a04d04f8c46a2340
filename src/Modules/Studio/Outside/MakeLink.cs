using Madoguchi.Studio.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Outside;

/// <summary>Makes a link for people outside the division. Its secret is told once, to who made it.</summary>
internal sealed class MakeLink(StudioDb db, DraftDesk desk, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result<string>> RunAsync(Guid id, string? madeFor, DateOnly? lastDay, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop, toChange: true);
        var errors = new List<FieldError>();
        var name = TextRules.Normalise(madeFor ?? "");
        if (name.Length == 0) errors.Add(new FieldError("MadeFor", "missing"));
        else if (!TextRules.IsClean(name) || name.Contains('\n') || TextRules.IsLonger(name, PreviewLink.LongestMadeFor) || name.Length > PreviewLink.LongestMadeFor) errors.Add(new FieldError("MadeFor", "studio-link-for", ("max", PreviewLink.LongestMadeFor)));
        var today = clock.Today();
        if (lastDay is not { } day || day < today || day > today.AddDays(PreviewLink.LongestDays)) errors.Add(new FieldError("LastDay", "studio-link-day", ("max", PreviewLink.LongestDays)));
        if (errors.Count > 0) return Refusal.Invalid(errors);
        if (draft.State == DraftState.Published) return Refusals.NotEditable;
        if (await db.Links.CountAsync(l => l.DraftId == id && l.EndedAt == null && l.LastDay >= today, stop) >= PreviewLink.Most) return Refusals.ManyLinks;

        var secret = PreviewLink.NewSecret();
        var link = new PreviewLink { Id = Guid.CreateVersion7(), DraftId = id, SecretHash = PreviewLink.HashOf(secret), MadeFor = name, LastDay = lastDay!.Value, MadeBy = actor.Id, MadeAt = clock.Now() };
        db.Add(link);
        audit.Record("procedures.previewLinkMade", "draft", id.ToString(), new { draft.Slug, Link = link.Id, LastDay = link.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        return secret;
    }
}
