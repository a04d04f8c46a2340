using Madoguchi.Studio.Editing;

namespace Madoguchi.Studio.Checking;

/// <summary>What the rules found, beside the thing it speaks of.</summary>
/// <param name="Mend">What one press puts right; null where it needs a decision.</param>
internal sealed record ShownFinding(DefinitionFinding Found, Place? At, string? Mend)
{
    public string Words => PlainWords.Of(Found.Reason);

    public static IReadOnlyList<ShownFinding> Of(ReadDraft read, Definition definition) =>
        [.. read.Findings.OrderByDescending(f => f.IsFault).Select(f => new ShownFinding(f, Places.Of(f.Place, definition), Mending.Of(f)))];
}
