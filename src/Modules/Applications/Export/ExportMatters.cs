using Madoguchi.Applications.Lists;

namespace Madoguchi.Applications.Export;

/// <summary>The matters of a list one after another, a page in memory at a time.</summary>
internal sealed class ExportMatters(MatterList list, Matters matters, IProcedures procedures, Actor actor)
{
    private const int PageSize = 200;

    public async IAsyncEnumerable<ExportRow> RunAsync(ListFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        actor.Require(ApplicationsPermissions.Export);
        string? after = null;
        do
        {
            var (lines, next) = await list.RunAsync((filter with { After = after }).ToQuery(PageSize), stop);
            var whole = (await matters.ManyToReadAsync([.. lines.Select(l => l.IntakeNumber)], stop)).ToDictionary(a => a.IntakeNumber);
            foreach (var line in lines.Where(l => actor.May(ApplicationsPermissions.Export, l.Division)))
                yield return new ExportRow(whole[line.IntakeNumber], procedures.Edition(line.Procedure, line.ProcedureEdition)!);
            after = next;
        }
        while (after is not null);
    }
}
