using Madoguchi.Studio.Drafts;
using Madoguchi.Studio.Keeping;
using Madoguchi.Studio.Sharing;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Publishing;

/// <summary>A published procedure: stop it, open it again, begin again from an older edition.</summary>
internal sealed class EditionsPage(StopProcedure stopping, NoteCheck noting, Checks checks, StartDraft start, IProcedures procedures, IDefinitions definitions, IDirectory directory, Origins origins) : StaffPage
{
    public ProcedureCard Card { get; private set; } = null!;

    public IReadOnlyList<EditionRef> Editions { get; private set; } = [];

    public IReadOnlyDictionary<string, PersonRef> Names { get; private set; } = new Dictionary<string, PersonRef>();

    /// <summary>Whether it was made from something that may have newer versions, and differs from it.</summary>
    public bool CameFrom { get; private set; }

    public ProcedureStop? Stopped => procedures.Stop(Card.Slug);

    public IReadOnlyList<ProcedureCheck> Noted { get; private set; } = [];

    [BindProperty]
    public string? StopReason { get; set; }

    [BindProperty]
    public string? StopReasonEn { get; set; }

    [BindProperty]
    public string? StopReasonEasy { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Task OnGetAsync(string slug, CancellationToken stop) => ShowAsync(slug, stop);

    public async Task<IActionResult> OnPostStopAsync(string slug, CancellationToken stop) => await DoneAsync(slug, await stopping.RunAsync(slug, true, new StopProcedure.Reasons(StopReason, StopReasonEn, StopReasonEasy), stop), "", stop);

    public async Task<IActionResult> OnPostResumeAsync(string slug, CancellationToken stop) => await DoneAsync(slug, await stopping.RunAsync(slug, false, null, stop), "", stop);

    /// <summary>点検した.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string slug, CancellationToken stop) => await DoneAsync(slug, await noting.RunAsync(slug, Note, stop), "#checks", stop);

    public async Task<IActionResult> OnPostAgainAsync(string slug, [FromForm] int number, CancellationToken stop)
    {
        var begun = await start.AgainAsync(slug, number, stop);
        if (!begun.Refused) return Redirect(Url.Content($"~/staff/studio/{begun.Value.Id}"));
        foreach (var error in begun.Refusal.Fields) ModelState.AddModelError("", Problems.Sentence(Text, error).Source);
        await ShowAsync(slug, stop);
        return Page();
    }

    public string By(EditionRef edition) => EditionWords.By(edition, Names, Text);

    private async Task<IActionResult> DoneAsync(string slug, Result done, string anchor, CancellationToken stop)
    {
        if (Accept(done)) return Redirect(Url.Content($"~/staff/studio/procedures/{slug}") + anchor);
        await ShowAsync(slug, stop);
        return Page();
    }

    private async Task ShowAsync(string slug, CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        Card = procedures.All.FirstOrDefault(c => c.Slug == slug && Actor.May(ProceduresPermissions.Edit, c.Division)) ?? throw new NotFoundException();
        Editions = await definitions.EditionsAsync(slug, stop);
        CameFrom = Editions is [{ PublishedBy: not "library" }, ..] && await origins.OfAsync(slug, stop) is not null;
        Noted = await checks.OfAsync(slug, stop);
        Names = directory.NamesOf(Editions.Select(e => e.PublishedBy).Concat(Noted.Select(c => c.CheckedBy)));
    }
}
