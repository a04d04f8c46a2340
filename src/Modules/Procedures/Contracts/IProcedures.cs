namespace Madoguchi.Procedures.Contracts;

/// <summary>The catalogue of procedures: cards of all current editions in memory, whole editions read and compiled when asked for.</summary>
public interface IProcedures
{
    /// <summary>Current editions, ordered by slug.</summary>
    IReadOnlyList<ProcedureCard> All { get; }

    /// <summary>The card of the current edition, or null.</summary>
    ProcedureCard? Card(string slug);

    /// <summary>The current edition, or null.</summary>
    ProcedureEdition? Find(string slug);

    /// <summary>受付の停止: since when nothing new is taken from a procedure, and why; null while it is taken.</summary>
    ProcedureStop? Stop(string slug);

    /// <summary>Since when nothing new is taken (UTC); null while it is taken.</summary>
    DateTime? StoppedAt(string slug) => Stop(slug)?.At;

    /// <summary>Any edition, or null.</summary>
    ProcedureEdition? Edition(string slug, int number);

    /// <summary>What an edition is called, or null; costs nothing for a current one.</summary>
    Phrase? Title(string slug, int number);

    /// <summary>Current editions that fit; with <paramref name="q"/> the best match first.</summary>
    IReadOnlyList<ProcedureCard> Search(string? q, string? lifeEvent = null, string? audience = null, string? division = null);

    /// <summary>Current editions that have anything to do with the words, best first: for a page that has nothing better to show.</summary>
    IReadOnlyList<ProcedureCard> Nearest(string q, int most);
}

/// <summary>受付の停止.</summary>
/// <param name="At">Since when (UTC).</param>
/// <param name="Reason">What residents are told of the cause; null when nothing was said.</param>
public sealed record ProcedureStop(DateTime At, StopReason? Reason);

/// <summary>Why nothing new is taken, as residents read it.</summary>
/// <param name="Ja">≤ 300 characters.</param>
/// <param name="En">≤ 600 characters; null: the Japanese words are shown.</param>
/// <param name="Easy">In easy Japanese, may carry ruby; null: the Japanese words are shown.</param>
public sealed record StopReason(string Ja, string? En = null, string? Easy = null)
{
    /// <summary>The words in a language.</summary>
    public LocalizedText In(Language language) => new Phrase(Ja, En, Easy).In(language);

    /// <summary>Whether a reader of that language reads the Japanese words for want of others: they must be marked as Japanese.</summary>
    public bool IsForeignIn(Language language) => language switch { Language.En => En is null, Language.JaEasy => Easy is null, _ => false };
}
