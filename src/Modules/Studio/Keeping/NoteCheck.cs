namespace Madoguchi.Studio.Keeping;

/// <summary>点検した: who found when that a published procedure may stay as it is.</summary>
internal sealed class NoteCheck(StudioDb db, IProcedures procedures, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public async Task<Result> RunAsync(string slug, string? note, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var card = procedures.Card(slug) is { } found && actor.May(ProceduresPermissions.Edit, found.Division) ? found : throw new NotFoundException();
        var words = (note ?? "").ReplaceLineEndings(" ").Trim();
        if (!TextRules.IsClean(words)) return Refusals.Field("Note", "characters");
        words = TextRules.Normalise(words);
        if (words.Length > ProcedureCheck.LongestNote) return Refusal.Invalid(new FieldError("Note", "tooLong", ("max", ProcedureCheck.LongestNote)));
        db.Add(new ProcedureCheck { Id = Guid.CreateVersion7(), Slug = card.Slug, Number = card.Number, CheckedAt = clock.Now(), CheckedBy = actor.Id, Note = words.Length == 0 ? null : words });
        audit.Record("procedures.checked", "procedure", card.Slug, new { card.Number });
        return Result.Ok;
    }
}
