namespace Madoguchi.Procedures.Contracts;

/// <summary>The catalogue of procedures: current editions in memory, older ones read when asked for.</summary>
public interface IProcedures
{
    /// <summary>Current editions, ordered by slug.</summary>
    IReadOnlyList<ProcedureEdition> All { get; }

    /// <summary>The current edition, or null.</summary>
    ProcedureEdition? Find(string slug);

    /// <summary>Any edition, or null; an older one is read from the database once.</summary>
    ProcedureEdition? Edition(string slug, int number);

    /// <summary>Current editions that fit; with <paramref name="q"/> the best match first.</summary>
    IReadOnlyList<ProcedureEdition> Search(string? q, string? lifeEvent = null, string? audience = null, string? division = null);
}
