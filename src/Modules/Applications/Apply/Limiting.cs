namespace Madoguchi.Applications.Apply;

/// <summary>受付期間, 一人一回, 定員: whether one more matter of a procedure may arrive. Officers enter what came in time.</summary>
internal sealed class Limiting(IProcedures procedures, ArrivalCounter counter, Database database)
{
    public async Task<Result> JudgeAsync(ProcedureEdition edition, Application application, CancellationToken stop)
    {
        if (procedures.StoppedAt(edition.Slug) <= application.ArrivedAt) return Refusals.ProcedureStopped;
        if (!edition.IsOpen(application.ArrivedAt)) return Refusals.NotOpenAt(edition.OpensAt, edition.ClosesAt);
        if (edition.Limits is not { } limits) return Result.Ok;

        // Counted inside a transaction that others wait for; nothing was written before it.
        await database.BeginAsync(stop);
        await counter.LockAsync(edition.Slug, stop);
        if (limits.OncePer is { } once && await counter.HasAsync(edition.Slug, once, application, stop)) return Refusals.ProcedureOnce;
        return limits.Capacity is { } capacity && await counter.CountAsync(edition.Slug, stop) >= capacity ? Refusals.ProcedureFull : Result.Ok;
    }
}
