namespace Madoguchi.Procedures.Contracts;

/// <summary>Places still free in sessions of bookings; implemented by the module that takes bookings.</summary>
public interface ISessionPlaces
{
    /// <summary>By session code; every session asked for is there.</summary>
    /// <param name="procedure">Slug of the procedure the sessions are of: another may have sessions of the same codes.</param>
    /// <param name="sessions">Which.</param>
    /// <param name="stop">Ends the reading.</param>
    Task<IReadOnlyDictionary<string, PlacesLeft>> LeftAsync(string procedure, IReadOnlyCollection<Session> sessions, CancellationToken stop = default);
}

/// <summary>Free places, and free places on the waiting list. While somebody waits there is no free place.</summary>
public sealed record PlacesLeft(long Places, long Waiting)
{
    /// <summary>Neither a place nor one to wait for.</summary>
    public bool None => Places == 0 && Waiting == 0;
}
