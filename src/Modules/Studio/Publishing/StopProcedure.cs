namespace Madoguchi.Studio.Publishing;

/// <summary>受付を止める and 再開する: at once, by whoever looks after the procedure.</summary>
internal sealed class StopProcedure(IPublication publication, IProcedures procedures, Actor actor, AuditTrail audit)
{
    private const int LongestReason = 300;
    private const int LongestTranslation = 600;

    /// <summary>What residents read of the cause, as typed; all of it may be empty.</summary>
    internal sealed record Reasons(string? Ja, string? En = null, string? Easy = null);

    public async Task<Result> RunAsync(string slug, bool stopIt, Reasons? reasons, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var card = procedures.All.FirstOrDefault(c => c.Slug == slug) ?? throw new NotFoundException();
        if (!actor.May(ProceduresPermissions.Edit, card.Division)) throw new NotFoundException();
        var errors = new List<FieldError>();
        var (ja, en) = (Told("StopReason", reasons?.Ja, LongestReason, errors), Told("StopReasonEn", reasons?.En, LongestTranslation, errors));
        var easy = Told("StopReasonEasy", reasons?.Easy?.Replace('｛', '{').Replace('｜', '|').Replace('｝', '}'), LongestTranslation, errors);
        // Whoever reads neither language reads the Japanese words: there must be some.
        if (ja is null && (en ?? easy) is not null && errors.Count == 0) errors.Add(new FieldError("StopReason", "missing"));
        if (stopIt && errors.Count > 0) return Refusal.Invalid(errors);
        var told = ja is null ? null : new StopReason(ja, en, easy);
        if (stopIt) await publication.StopAsync(slug, actor.Id, told, stop);
        else await publication.ResumeAsync(slug, stop);
        audit.Record(stopIt ? "procedures.stopped" : "procedures.resumed", "procedure", slug, stopIt && told is not null ? new { Reason = told.Ja, told.En, told.Easy } : null);
        return Result.Ok;
    }

    private static string? Told(string field, string? typed, int longest, List<FieldError> errors)
    {
        var text = (typed ?? "").ReplaceLineEndings(" ").Trim();
        if (!TextRules.IsClean(text)) errors.Add(new FieldError(field, "characters"));
        text = TextRules.Normalise(text);
        if (text.Length > longest) errors.Add(new FieldError(field, "tooLong", ("max", longest)));
        return text.Length == 0 ? null : text;
    }
}
