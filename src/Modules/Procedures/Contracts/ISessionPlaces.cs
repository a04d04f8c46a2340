namespace Madoguchi.Procedures.Contracts;

/// <summary>Places still free in sessions of bookings; implemented by the module that takes bookings.</summary>
public interface ISessionPlaces
{
    /// <summary>By session code; every session asked for is there.</summary>
    Task<IReadOnlyDictionary<string, PlacesLeft>> LeftAsync(IReadOnlyCollection<Session> sessions, CancellationToken stop = default);
}

/// <summary>Free places, and free places on the waiting list. While somebody waits there is no free place.</summary>
public sealed record PlacesLeft(long Places, long Waiting)
{
    /// <summary>Neither a place nor one to wait for.</summary>
    public bool None => Places == 0 && Waiting == 0;
}
