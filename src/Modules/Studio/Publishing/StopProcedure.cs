namespace Madoguchi.Studio.Publishing;

/// <summary>受付を止める and 再開する: at once, by whoever looks after the procedure.</summary>
internal sealed class StopProcedure(IPublication publication, IProcedures procedures, Actor actor, AuditTrail audit)
{
    public async Task<Result> RunAsync(string slug, bool stopIt, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var card = procedures.All.FirstOrDefault(c => c.Slug == slug) ?? throw new NotFoundException();
        if (!actor.May(ProceduresPermissions.Edit, card.Division)) throw new NotFoundException();
        if (stopIt) await publication.StopAsync(slug, actor.Id, stop);
        else await publication.ResumeAsync(slug, stop);
        audit.Record(stopIt ? "procedures.stopped" : "procedures.resumed", "procedure", slug);
        return Result.Ok;
    }
}
