using Madoguchi.Approvals.Contracts;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Publishing;

/// <summary>公開へ: what changes, who decides, from which day.</summary>
internal sealed class PublishPage(ProposePublication propose, GoOnKnowing goOn, CallOff callOff, PublicationFacts facts, Lanes lanes, DraftReads reads, IProcedures procedures, IDefinitions definitions, IDirectory directory) : EditPage
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public List<string> Checked { get; set; } = [];

    public Lane Lane { get; private set; } = null!;

    /// <summary>What changes since the published edition; null when there is none.</summary>
    public IReadOnlyList<DefinitionChange>? Changes { get; private set; }

    /// <summary>All that is said, for a first publication.</summary>
    public IReadOnlyList<DefinitionPart> Whole { get; private set; } = [];

    public IReadOnlyList<string> Effects { get; private set; } = [];

    public NewerEditions Newer { get; private set; } = NewerEditions.None;

    /// <summary>What a post is called that only this officer could act for; null when the route can be walked.</summary>
    public string? NobodyElse { get; private set; }

    public int Faults { get; private set; }

    public IReadOnlyList<Choice> CheckList => [.. Lane.CheckList.Select(c => new Choice(c, lanes.WordsOf(c)))];

    public IEnumerable<string> Route => Lane.Route.Select(s => Text[$"staff.studio.route.{(s.Kind == ApprovalStepKind.Decide ? "decide" : "concur")}", ("post", lanes.NameOf(s.Post))].ToString());

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] long version, CancellationToken stop)
    {
        var proposed = await propose.RunAsync(id, version, new ProposePublication.Input(Reason, Day, Checked), stop);
        if (!proposed.Refused) return Redirect(Url.Content($"~/staff/studio/{id}/publish"));
        await ShowRefusalAsync(id, version, proposed, field => field, stop);
        await ShowAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostGoOnAsync(Guid id, [FromForm] long version, [FromForm] int seen, CancellationToken stop)
    {
        var done = await goOn.RunAsync(id, version, seen, stop);
        if (!done.Refused) return Redirect(Url.Content($"~/staff/studio/{id}/publish"));
        await ShowRefusalAsync(id, version, done, _ => null, stop);
        await ShowAsync(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken stop)
    {
        var done = await callOff.RunAsync(id, stop);
        if (!done.Refused) return Redirect(Url.Content($"~/staff/studio/{id}"));
        await ShowRefusalAsync(id, 0, done, _ => null, stop);
        await ShowAsync(stop);
        return Page();
    }

    public string By(EditionRef edition) => EditionWords.By(edition, Names, Text);

    private async Task ShowAsync(CancellationToken stop)
    {
        Lane = lanes.Of(Draft);
        Faults = reads.Of(Draft)?.Findings.Count(f => f.IsFault) ?? 1;
        if (Draft.State == DraftState.Published) return;
        NobodyElse = lanes.NobodyElse(Lane, Actor.Id);
        Changes = facts.Changes(Draft);
        Whole = Changes is null ? facts.Whole(Draft) : [];
        Effects = await facts.EffectsAsync(Draft, stop);
        Newer = await NewerEditions.SinceAsync(Draft, procedures, definitions, stop);
        if (Newer.Editions.Count > 0) Know(directory.NamesOf(Newer.Editions.Select(e => e.PublishedBy)));
    }
}
