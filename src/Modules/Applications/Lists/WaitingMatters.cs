namespace Madoguchi.Applications.Lists;

/// <summary>What waits for this officer: the first few of each kind, never counted.</summary>
internal sealed class WaitingMatters(MatterList list, IProcedures procedures, Actor actor, AuditTrail audit)
{
    private const int Few = 8;

    /// <param name="Key">Names the sentences and, with <paramref name="Filter"/>, the whole list.</param>
    internal sealed record Heap(string Key, ListFilter Filter, IReadOnlyList<ListLine> Lines, bool More);

    public async Task<IReadOnlyList<Heap>> RunAsync(CancellationToken stop = default)
    {
        actor.Require(ApplicationsPermissions.View);
        var heaps = new List<Heap>
        {
            await HeapAsync("overdue", new ListFilter { Due = "overdue", Sort = "dueOn" }, stop),
            await HeapAsync("soon", new ListFilter { Due = "soon", Sort = "dueOn" }, stop),
            await HeapAsync("mine", new ListFilter { Status = "open", Assignee = actor.Id, Sort = "dueOn" }, stop),
            await HeapAsync("fresh", new ListFilter { Status = "arrived", Sort = "arrivedAt" }, stop),
        };
        audit.Viewed("applications", "home", new { Lines = heaps.Sum(h => h.Lines.Count) });
        return heaps;
    }

    public string TitleOf(ListLine line) => procedures.Title(line.Procedure, line.ProcedureEdition)?.Ja ?? line.Procedure;

    private async Task<Heap> HeapAsync(string key, ListFilter filter, CancellationToken stop)
    {
        var (lines, next) = await list.RunAsync(filter.ToQuery(Few), stop);
        return new Heap(key, filter, lines, next is not null);
    }
}
