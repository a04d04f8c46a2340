namespace Madoguchi.Procedures.Contracts;

/// <summary>Rules of a booking with recurring sessions.</summary>
public sealed record Booking(
    string Question, IReadOnlyList<SessionPlan> Sessions,
    int OpensDays, TimeOnly OpensAt, int ClosesDays, TimeOnly ClosesAt, int CancelDays, TimeOnly CancelAt,
    OncePer OncePer, int OfferHours);

/// <summary>A session that comes back every month, such as every second Thursday.</summary>
public sealed record SessionPlan(string Id, Phrase Label, Phrase Place, int Week, DayOfWeek Day, TimeOnly Starts, TimeOnly Ends, int Capacity, int WaitingList);

/// <summary>One session on one day. <c>Code</c> is the answer of the booking's question. Instants are UTC.</summary>
public sealed record Session(
    string Code, SessionPlan Plan, DateOnly Day,
    DateTime StartsAt, DateTime EndsAt, DateTime OpensAt, DateTime ClosesAt, DateTime CancelUntil)
{
    /// <summary>Households that fit.</summary>
    public int Capacity => Plan.Capacity;

    /// <summary>Households that may wait.</summary>
    public int WaitingList => Plan.WaitingList;

    /// <summary>Whether it may be booked at this moment (UTC): from the opening until, not at, the closing.</summary>
    public bool IsOpen(DateTime at) => OpensAt <= at && at < ClosesAt;
}
