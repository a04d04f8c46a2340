using Madoguchi.Studio.Comments;
using Madoguchi.Studio.Keeping;
using Madoguchi.Studio.Sharing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Drafts;

/// <summary>手続づくり: drafts and published procedures of the divisions an officer looks after, and those nobody does.</summary>
internal sealed class StudioPage(StudioDb db, StartDraft start, Checks checks, NoteCheck noting, IProcedures procedures, IDirectory directory, Origins origins, ReadComments comments, TimeProvider clock) : StaffPage
{
    private const int Most = 200;

    public IReadOnlyList<Draft> Drafts { get; private set; } = [];

    public IReadOnlyList<ProcedureCard> Published { get; private set; } = [];

    /// <summary>Titles of what belongs to a post or division that nobody holds any more.</summary>
    public IReadOnlyList<string> Orphans { get; private set; } = [];

    /// <summary>Made from the library, which has a newer version of them.</summary>
    public IReadOnlyList<ProcedureCard> Outdated { get; private set; } = [];

    /// <summary>Nobody checked them for twelve months.</summary>
    public IReadOnlyList<CheckedProcedure> Overdue { get; private set; } = [];

    /// <summary>Comments on drafts that wait.</summary>
    public IReadOnlyDictionary<Guid, int> Comments { get; private set; } = new Dictionary<Guid, int>();

    public IReadOnlyDictionary<string, PersonRef> Names { get; private set; } = new Dictionary<string, PersonRef>();

    public async Task OnGetAsync(CancellationToken stop) => await ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync([FromForm] string? source, CancellationToken stop)
    {
        var started = await start.RunAsync(new StartDraft.Input("edition", source, null, null, null, null, null), stop);
        if (!started.Refused) return Redirect(Url.Content($"~/staff/studio/{started.Value.Id}"));
        foreach (var error in started.Refusal.Fields) ModelState.AddModelError("", Problems.Sentence(Text, error).Source);
        await ShowAsync(stop);
        return Page();
    }

    /// <summary>点検した.</summary>
    public async Task<IActionResult> OnPostCheckAsync([FromForm] string? slug, CancellationToken stop)
    {
        await noting.RunAsync(slug ?? "", null, stop);
        return Redirect(Url.Content("~/staff/studio#overdue"));
    }

    public string DivisionOf(string code) => directory.Division(code)?.Name ?? code;

    public string OwnerOf(Draft draft) => directory.Post(draft.Owner) is { } post ? $"{(post.Division is { } d ? DivisionOf(d) : "")} {post.Name}" : draft.Owner;

    private async Task ShowAsync(CancellationToken stop)
    {
        Actor.Require(ProceduresPermissions.Edit);
        Drafts = await db.VisibleTo(Actor).AsNoTracking().Where(d => d.State != DraftState.Discarded && d.State != DraftState.Published)
            .OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id).Take(Most)
            .Select(d => new Draft
            {
                Id = d.Id, Slug = d.Slug, Title = d.Title, Division = d.Division, Owner = d.Owner, StartedFrom = d.StartedFrom, Definition = "", StartedBy = d.StartedBy,
                StartedAt = d.StartedAt, ChangedBy = d.ChangedBy, ChangedAt = d.ChangedAt, BaseNumber = d.BaseNumber,
            }).ToListAsync(stop);
        Published = [.. procedures.All.Where(c => Actor.May(ProceduresPermissions.Edit, c.Division)).OrderBy(c => c.Kana, StringComparer.Ordinal)];
        var outdated = await origins.OutdatedAsync(stop);
        Outdated = [.. Published.Where(c => outdated.Contains(c.Slug))];
        Names = directory.NamesOf(Drafts.Select(d => d.ChangedBy));
        Comments = await comments.OpenAsync([.. Drafts.Select(d => d.Id)], stop);
        Overdue = await checks.OverdueAsync(stop);
        var today = clock.Today();
        Orphans =
        [
            .. Drafts.Where(d => directory.HoldersOf(d.Owner, today).Count == 0).Select(d => $"{d.Title}（作成中、{OwnerOf(d)}）"),
            .. procedures.All.Where(c => IsOrphan(c, today)).Select(c => $"{c.Title.Ja}（公開中、{DivisionOf(c.Division)}）"),
        ];
    }

    // Of a division that is gone, or whose 課長 nobody is.
    private bool IsOrphan(ProcedureCard card, DateOnly today) => directory.Division(card.Division) is null
        ? Actor.DivisionsFor(ProceduresPermissions.Edit) is null
        : Actor.May(ProceduresPermissions.Edit, card.Division) && directory.HoldersOf($"{card.Division}.manager", today).Count == 0;
}
