using Madoguchi.Studio.Drafts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Studio.Editing;

/// <summary>A page that changes a draft: what it looks like, and what others did to it meanwhile.</summary>
internal abstract class EditPage : StaffPage
{
    public Draft Draft { get; private set; } = null!;

    public Definition Definition { get; private set; } = null!;

    /// <summary>What was saved by others since the page was opened, newest first.</summary>
    public IReadOnlyList<DraftStep> Since { get; private set; } = [];

    public IReadOnlyDictionary<string, PersonRef> Names { get; private set; } = new Dictionary<string, PersonRef>();

    public bool Editable => Draft.State == DraftState.Editing;

    public string Home => $"~/staff/studio/{Draft.Id}";

    public string NameOf(string id) => Names.GetValueOrDefault(id)?.Name ?? id;

    /// <summary>Names to be shown beside those known already.</summary>
    protected void Know(IReadOnlyDictionary<string, PersonRef> more) => Names = Names.Concat(more).DistinctBy(n => n.Key).ToDictionary();

    protected DraftDesk Desk => HttpContext.RequestServices.GetRequiredService<DraftDesk>();

    private IDirectory Directory => HttpContext.RequestServices.GetRequiredService<IDirectory>();

    protected async Task OpenAsync(Guid id, CancellationToken stop)
    {
        Draft = await Desk.FindAsync(id, stop);
        Definition = Definition.Parse(Draft.Definition);
        Names = Directory.NamesOf([Draft.ChangedBy]);
    }

    /// <summary>Shows why an act was refused; somebody else's changes by name and time.</summary>
    /// <param name="seen">The version the officer had before them.</param>
    /// <param name="fieldOf">The field of the page that a place of the definition belongs to, or null.</param>
    protected async Task ShowRefusalAsync(Guid id, long seen, Result refused, Func<string, string?> fieldOf, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        if (refused.Refusal == Refusals.Overtaken)
        {
            Since = await Desk.StepsAsync(id, seen, 20, stop);
            Names = Directory.NamesOf(Since.Select(s => s.ChangedBy));
        }
        else
        {
            foreach (var error in refused.Refusal!.Fields) ModelState.AddModelError(fieldOf(error.Field) ?? "", Problems.Sentence(Text, error).Source);
            if (refused.Refusal.Fields.Count == 0) ModelState.AddModelError("", Problems.Sentence(Text, refused.Refusal).Source);
        }

        if (refused.Refusal == Refusals.Overtaken) Response.StatusCode = StatusCodes.Status409Conflict;
    }

    protected IActionResult ToHome(string? anchor = null) => Redirect(Url.Content(Home + (anchor is null ? "" : "#" + anchor)));
}
