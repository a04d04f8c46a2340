using Madoguchi.Approvals.Contracts;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Studio.Publishing;

/// <summary>公開へ: what changes, who decides, from which day.</summary>
internal sealed class PublishPage(ProposePublication propose, CallOff callOff, Lanes lanes, DraftReads reads, IDirectory directory) : EditPage
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public List<string> Checked { get; set; } = [];

    public Lane Lane { get; private set; } = null!;

    public IReadOnlyList<string> Changes { get; private set; } = [];

    public int Faults { get; private set; }

    public IReadOnlyList<Choice> CheckList => [.. Lane.CheckList.Select(c => new Choice(c, lanes.WordsOf(c)))];

    public IEnumerable<string> Route => Lane.Route.Select(s => Text[$"staff.studio.route.{(s.Kind == ApprovalStepKind.Decide ? "decide" : "concur")}", ("post", PostOf(s.Post))].ToString());

    public async Task OnGetAsync(Guid id, CancellationToken stop)
    {
        await OpenAsync(id, stop);
        Show();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] long version, CancellationToken stop)
    {
        var proposed = await propose.RunAsync(id, version, new ProposePublication.Input(Reason, Day, Checked), stop);
        if (!proposed.Refused) return Redirect(Url.Content($"~/staff/studio/{id}/publish"));
        await ShowRefusalAsync(id, version, proposed, field => field, stop);
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostCallOffAsync(Guid id, CancellationToken stop)
    {
        var done = await callOff.RunAsync(id, stop);
        if (!done.Refused) return Redirect(Url.Content($"~/staff/studio/{id}"));
        await ShowRefusalAsync(id, 0, done, _ => null, stop);
        Show();
        return Page();
    }

    private void Show()
    {
        Lane = lanes.Of(Draft);
        Changes = propose.Changes(Draft);
        Faults = reads.Of(Draft)?.Findings.Count(f => f.IsFault) ?? 1;
    }

    private string PostOf(string code) => directory.Post(code) is { } post ? $"{(post.Division is { } d ? directory.Division(d)?.Name : "")} {post.Name}" : code;
}
