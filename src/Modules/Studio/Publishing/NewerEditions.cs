namespace Madoguchi.Studio.Publishing;

/// <summary>What others published since a draft was begun.</summary>
/// <param name="Editions">Newest first; empty when the draft follows the published edition.</param>
/// <param name="Changes">What they changed, in sentences.</param>
internal sealed record NewerEditions(IReadOnlyList<EditionRef> Editions, IReadOnlyList<string> Changes)
{
    public static readonly NewerEditions None = new([], []);

    public static async Task<NewerEditions> SinceAsync(Draft draft, IProcedures procedures, IDefinitions definitions, CancellationToken stop)
    {
        if (draft is not { State: DraftState.Editing, StartedFrom: DraftStart.Edition, BaseNumber: { } begun } || procedures.Card(draft.Slug) is not { } card || card.Number == begun) return None;
        var newer = (await definitions.EditionsAsync(draft.Slug, stop)).Where(e => e.Number > begun).ToList();
        return definitions.Text(draft.Slug, begun) is { } was && definitions.Text(draft.Slug, card.Number) is { } now ? new NewerEditions(newer, definitions.Changes(was, now)) : new NewerEditions(newer, []);
    }
}
