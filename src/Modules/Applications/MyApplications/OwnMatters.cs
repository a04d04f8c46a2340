using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.MyApplications;

internal sealed class OwnMatters(ApplicationsDb db, Actor actor) : IOwnMatters
{
    public async Task<OwnMatter?> FindAsync(string intakeNumber, CancellationToken stop = default)
    {
        actor.RequireResident();
        if (!IntakeNumber.TryParse(intakeNumber, null, out var parsed)) return null;
        var number = parsed.ToString();
        return await db.VisibleTo(actor).AsNoTracking().Where(a => a.IntakeNumber == number)
            .Select(a => new { a.Id, a.Procedure, a.ProcedureEdition, a.Channel }).FirstOrDefaultAsync(stop) is { } own
            ? new OwnMatter(own.Id, own.Procedure, own.ProcedureEdition, EnumText.Of(own.Channel)) : null;
    }
}
