namespace Madoguchi.Residents.Contracts;

/// <summary>The accounts of those who apply: people and companies. Known accounts come from memory, no older than a minute.</summary>
public interface IResidents
{
    /// <summary>The account; null when there is none.</summary>
    ValueTask<ResidentAccount?> Of(string id, CancellationToken stop = default);

    /// <summary>Accounts by id; unknown ids are left out.</summary>
    ValueTask<IReadOnlyDictionary<string, ResidentAccount>> Of(IReadOnlyCollection<string> ids, CancellationToken stop = default);
}
