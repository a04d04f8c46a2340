namespace Madoguchi.Applications.Domain;

internal enum PlaceState
{
    /// <summary>参加決定.</summary>
    Confirmed,

    /// <summary>キャンセル待ち.</summary>
    Waiting,

    /// <summary>繰上げの案内中: to be answered by <see cref="Place.OfferedUntil"/>.</summary>
    Offered,

    /// <summary>取消し.</summary>
    Cancelled,
}

/// <summary>A place in a session of a booking, or one on its waiting list.</summary>
internal sealed class Place
{
    public Guid Id { get; init; }

    public string Procedure { get; init; } = "";

    /// <summary>Session code, such as <c>2026-12-10-baby</c>.</summary>
    public string Session { get; init; } = "";

    public string IntakeNumber { get; init; } = "";

    /// <summary>Household or account that may hold one place only.</summary>
    public string Holder { get; init; } = "";

    public PlaceState State { get; private set; }

    /// <summary>Order of arrival in the session, beginning with 1.</summary>
    public long Position { get; init; }

    public DateTime? OfferedUntil { get; private set; }

    public DateTime CreatedAt { get; init; }

    public long Version { get; private set; } = 1;

    public static Place Take(Place fresh, bool confirmed)
    {
        fresh.State = confirmed ? PlaceState.Confirmed : PlaceState.Waiting;
        return fresh;
    }

    public void Offer(DateTime until) => Become(PlaceState.Offered, until);

    public Result Confirm(DateTime now)
    {
        if (State != PlaceState.Offered || OfferedUntil < now) return Refusals.BookingFull;
        Become(PlaceState.Confirmed, null);
        return Result.Ok;
    }

    public void Cancel() => Become(PlaceState.Cancelled, null);

    private void Become(PlaceState state, DateTime? until)
    {
        State = state;
        OfferedUntil = until;
        Version++;
    }
}
