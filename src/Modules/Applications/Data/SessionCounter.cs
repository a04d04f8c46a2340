namespace Madoguchi.Applications.Data;

/// <summary>The contended counters of booking sessions: one statement each, inside the act's transaction. Two procedures may hold sessions of one code; each counts its own.</summary>
internal sealed class SessionCounter(Database database)
{
    private const string Here = "procedure = @procedure and session = @session";

    internal sealed record Taken(bool Confirmed, long Position);

    /// <summary>A place, or one on the waiting list; null when both are full. Who comes while others wait goes behind them.</summary>
    public async Task<Taken?> TakeAsync(string procedure, Session session, CancellationToken stop)
    {
        await database.ScalarAsync(
            "insert into applications_sessions (procedure, session, taken, waiting, drawn) values (@procedure, @session, 0, 0, 0) on conflict (procedure, session) do nothing",
            stop, ("@procedure", procedure), ("@session", session.Code));
        var place = await database.ScalarAsync(
            $"update applications_sessions set taken = taken + 1, drawn = drawn + 1 where {Here} and taken < @limit and waiting = 0 returning drawn",
            stop, ("@procedure", procedure), ("@session", session.Code), ("@limit", session.Capacity));
        if (place is long position) return new Taken(true, position);
        var wait = await database.ScalarAsync(
            $"update applications_sessions set waiting = waiting + 1, drawn = drawn + 1 where {Here} and waiting < @limit returning drawn",
            stop, ("@procedure", procedure), ("@session", session.Code), ("@limit", session.WaitingList));
        return wait is long waiting ? new Taken(false, waiting) : null;
    }

    /// <summary>Gives a place or a waiting place back.</summary>
    public Task ReturnAsync(string procedure, string session, bool waiting, CancellationToken stop) => database.ScalarAsync(
        waiting
            ? $"update applications_sessions set waiting = waiting - 1 where {Here} and waiting > 0"
            : $"update applications_sessions set taken = taken - 1 where {Here} and taken > 0",
        stop, ("@procedure", procedure), ("@session", session));

    /// <summary>Moves one from the waiting list to a place.</summary>
    public Task PromoteAsync(string procedure, string session, CancellationToken stop) => database.ScalarAsync(
        $"update applications_sessions set taken = taken + 1, waiting = waiting - 1 where {Here} and waiting > 0", stop, ("@procedure", procedure), ("@session", session));

    /// <summary>Whether this household, or the account whatever it typed as its address, holds a place already.</summary>
    public async Task<bool> HoldsAsync(string procedure, string holder, string? account, CancellationToken stop) =>
        await database.ScalarAsync(
            "select 1 from applications_places p join applications_applications a on a.intake_number = p.intake_number "
            + "where p.procedure = @procedure and p.state <> 'cancelled' and (p.holder = @holder or a.account = @account) limit 1",
            stop, ("@procedure", procedure), ("@holder", holder), ("@account", account ?? "")) is not null;
}
