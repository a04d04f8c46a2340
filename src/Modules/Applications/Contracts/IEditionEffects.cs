namespace Madoguchi.Applications.Contracts;

/// <summary>What a new edition of a procedure does to what is under way. Sums only: whoever asks has the right to change the procedure.</summary>
public interface IEditionEffects
{
    /// <param name="division">Code of the division in charge.</param>
    /// <param name="now">The edition published now.</param>
    /// <param name="next">The form of the edition to come.</param>
    Task<EditionEffect> OfAsync(string division, ProcedureEdition now, Form next, CancellationToken stop = default);
}

/// <summary>What happens on publication.</summary>
/// <param name="Matters">Matters in progress by their edition: they keep it.</param>
/// <param name="AllMatters">False when there are more than were looked at (the newest of the division).</param>
/// <param name="SavedForms">Forms begun and not sent: they go on by the new edition.</param>
/// <param name="AllForms">False when there are more than were looked at.</param>
/// <param name="Asked">Questions that are new to all of them.</param>
/// <param name="AskedAgain">Questions whose answer does not fit any more, with how many forms have one.</param>
/// <param name="Dropped">Questions that are gone, with how many forms have an answer.</param>
public sealed record EditionEffect(
    IReadOnlyList<(int Edition, int Count)> Matters, bool AllMatters, int SavedForms, bool AllForms,
    IReadOnlyList<string> Asked, IReadOnlyList<(string Question, int Forms)> AskedAgain, IReadOnlyList<(string Question, int Forms)> Dropped);
