namespace Madoguchi.Studio.Publishing;

/// <summary>受付を止める and 再開する: at once, by whoever looks after the procedure.</summary>
internal sealed class StopProcedure(IPublication publication, IProcedures procedures, Actor actor, AuditTrail audit)
{
    private const int LongestReason = 300;

    /// <param name="reason">What residents read of the cause; may be empty.</param>
    public async Task<Result> RunAsync(string slug, bool stopIt, string? reason, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var card = procedures.All.FirstOrDefault(c => c.Slug == slug) ?? throw new NotFoundException();
        if (!actor.May(ProceduresPermissions.Edit, card.Division)) throw new NotFoundException();
        var told = (reason ?? "").ReplaceLineEndings(" ").Trim();
        if (!TextRules.IsClean(told)) return Refusals.Field("StopReason", "characters");
        told = TextRules.Normalise(told);
        if (told.Length > LongestReason) return Refusal.Invalid(new FieldError("StopReason", "tooLong", ("max", LongestReason)));
        if (stopIt) await publication.StopAsync(slug, actor.Id, told.Length == 0 ? null : told, stop);
        else await publication.ResumeAsync(slug, stop);
        audit.Record(stopIt ? "procedures.stopped" : "procedures.resumed", "procedure", slug, stopIt && told.Length > 0 ? new { Reason = told } : null);
        return Result.Ok;
    }
}
