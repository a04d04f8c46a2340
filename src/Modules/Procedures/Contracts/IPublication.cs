namespace Madoguchi.Procedures.Contracts;

/// <summary>Publishes editions and stops procedures, in the acting transaction; whoever calls has asked whether it may be done.</summary>
public interface IPublication
{
    /// <summary>The definition becomes the next edition of its slug, from the commit on; the library no longer replaces it.</summary>
    /// <param name="after">Number of the edition it follows; null: the first.</param>
    /// <returns>Its number; or <c>definition-faulty</c>, or <c>changed-by-someone-else</c> when another edition stands there.</returns>
    Task<Result<int>> PublishAsync(string definition, int? after, string by, CancellationToken stop = default);

    /// <summary>Nothing new is taken from now on; what runs goes on. Nothing happens when it is stopped already.</summary>
    /// <param name="reason">What residents are told of the cause; or null.</param>
    Task StopAsync(string slug, string by, StopReason? reason = null, CancellationToken stop = default);

    /// <summary>Taken again.</summary>
    Task ResumeAsync(string slug, CancellationToken stop = default);
}
