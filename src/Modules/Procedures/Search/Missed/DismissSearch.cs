namespace Madoguchi.Procedures.Search.Missed;

/// <summary>対象外にする: no procedure of the city answers these words.</summary>
internal sealed class DismissSearch(MissedList list, Actor actor, AuditTrail audit)
{
    public async Task RunAsync(Guid id, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Maintain);
        var search = await list.FindAsync(id, stop);
        search.Dismiss();
        audit.Record("procedures.searchDismissed", "search", search.Words);
    }
}
