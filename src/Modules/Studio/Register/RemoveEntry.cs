using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Register;

/// <summary>Takes a procedure out of the register; one of the catalogue only loses what was written beside it.</summary>
internal sealed class RemoveEntry(StudioDb db, Actor actor, AuditTrail audit)
{
    public async Task<Result> RunAsync(Guid id, long version, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var entry = await db.Register.FirstOrDefaultAsync(e => e.Id == id, stop) ?? throw new NotFoundException();
        if (!actor.May(ProceduresPermissions.Edit, entry.Division)) throw new NotFoundException();
        if (entry.Version != version) return Refusals.Overtaken;
        db.Remove(entry);
        audit.Record("procedures.registerRemoved", "register", entry.SurveyId, new { entry.Division, entry.Name });
        return Result.Ok;
    }
}
