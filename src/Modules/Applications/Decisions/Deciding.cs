namespace Madoguchi.Applications.Decisions;

/// <summary>The decision takes effect in the city: the notice is prepared, nothing is public yet.</summary>
internal sealed class Deciding(Telling telling, History history, TimeProvider clock)
{
    public async Task<Result> DecideAsync(Application application, ProcedureEdition edition, CancellationToken stop)
    {
        if (application.Decide(clock.Now()) is { Refused: true } no) return no;
        if (await telling.PrepareDecisionAsync(application, edition, stop) is { Refused: true } unready) return unready;
        await history.RecordAsync(application, new ApplicationDecided(application.IntakeNumber, application.Disposition!), stop);
        return Result.Ok;
    }
}
