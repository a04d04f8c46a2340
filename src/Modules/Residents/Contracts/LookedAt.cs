namespace Madoguchi.Residents.Contracts;

/// <summary>Tells a resident what of theirs was looked at; implemented by the modules that keep it.</summary>
public interface ILookedAt
{
    /// <summary>The kind of things, as given to the audit trail: <c>application</c>.</summary>
    string SubjectKind { get; }

    /// <summary>Things by their public ids, as far as they are of the resident who asks; others are left out.</summary>
    Task<IReadOnlyDictionary<string, LookedAtThing>> OfAsync(IReadOnlyCollection<string> ids, CancellationToken stop);
}

/// <param name="Label">What it is, in the language of the page.</param>
/// <param name="Path">Where its owner finds it, from the root of the pages: <c>/my/…</c>.</param>
/// <param name="Ground">Under which law the city handles it, in Japanese; null when none is named.</param>
/// <param name="AskPath">Where the owner asks the division about a look: a form, the day of the look appended as <c>yyyy-MM-dd</c>; null when it is too late for that.</param>
public sealed record LookedAtThing(LocalizedText Label, string Path, string? Ground, string? AskPath);
