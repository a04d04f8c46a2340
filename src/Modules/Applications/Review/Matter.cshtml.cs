using Madoguchi.Approvals.Contracts;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Review;

/// <summary>案件: everything about one matter, and what can be done with it.</summary>
internal sealed class MatterPage(
    ReadMatter read, ExpectedVersion expected, Accept accept, Assign assign, SetPhase setPhase, WriteNote writeNote, WriteMessage writeMessage,
    IDirectory directory, IProcedures procedures) : MatterActPage(read, expected)
{
    private static readonly HashSet<string> Dids =
    [
        "accept", "assign", "phase", "note", "message", "request-correction", "amend", "propose", "decide", "complete", "extend", "close", "use-file", "register", "start",
    ];

    public string? Note { get; private set; }

    public string? Message { get; private set; }

    /// <summary>The sentence of what was just done.</summary>
    public LocalizedText? Done => Did is not null && Dids.Contains(Did) ? Text[$"staff.did.{Did}"] : null;

    public IReadOnlyList<Choice> Colleagues
    {
        get
        {
            var staff = directory.StaffOf(Application.Division);
            var names = directory.NamesOf(staff.Select(s => s.Id));
            return [.. staff.Select(s => names[s.Id]).Select(p => new Choice(p.Id, p.Post is null ? p.Name : $"{p.Name}（{p.Post}）"))];
        }
    }

    public IReadOnlyList<Choice> Phases => [.. Matter.Edition.Phases.Select(p => new Choice(p.Id, p.Public ? p.Label.Ja : Text["staff.matter.phase.inner", ("phase", p.Label.Ja)]))];

    public string? AssigneeName => Application.Assignee is { } id ? directory.NamesOf([id]).GetValueOrDefault(id)?.Name : null;

    public string? PhaseName => Matter.Edition.Phases.FirstOrDefault(p => p.Id == Application.Phase)?.Label.Ja;

    public string TitleOf(string procedure, int edition) => procedures.Edition(procedure, edition)?.Title.Ja ?? procedure;

    public string PostName(string code)
    {
        if (directory.Post(code) is not { } post) return code;
        return (post.Division is { } division ? directory.Division(division)?.Name : null) + post.Name;
    }

    public string NameOf(string staffId) => directory.NamesOf([staffId]).GetValueOrDefault(staffId)?.Name ?? staffId;

    /// <summary>Where an approval waits now.</summary>
    public string WaitingAt(ApprovalRef approval) =>
        string.Join("、", approval.Steps.Where(s => s.State == ApprovalStepState.Active).Select(s => PostName(s.Post)));

    public string DispositionLabel(string kind) => Matter.Edition.Dispositions.TryGetValue(kind, out var disposition) ? disposition.Label.Ja : kind;

    public Task OnGetAsync(string intakeNumber, CancellationToken stop) => ShowAsync(intakeNumber, stop);

    public Task<IActionResult> OnPostAcceptAsync(string intakeNumber, CancellationToken stop) =>
        ActAsync(intakeNumber, "accept", async () => await accept.RunAsync(intakeNumber, stop), stop);

    /// <summary>Takes the matter into one's own hands and begins.</summary>
    public Task<IActionResult> OnPostStartAsync(string intakeNumber, CancellationToken stop) =>
        ActAsync(intakeNumber, "start", async () =>
            await ThenAsync(await accept.RunAsync(intakeNumber, stop), async () => await assign.RunAsync(intakeNumber, Actor.Id, stop)), stop);

    public Task<IActionResult> OnPostAssignAsync(string intakeNumber, [FromForm] string? assignee, CancellationToken stop) =>
        ActAsync(intakeNumber, "assign", async () => await assign.RunAsync(intakeNumber, string.IsNullOrEmpty(assignee) ? null : assignee, stop), stop);

    public Task<IActionResult> OnPostPhaseAsync(string intakeNumber, [FromForm] string? phase, CancellationToken stop) =>
        ActAsync(intakeNumber, "phase", async () => await setPhase.RunAsync(intakeNumber, phase, stop), stop);

    public Task<IActionResult> OnPostNoteAsync(string intakeNumber, [FromForm(Name = "note.body")] string? body, CancellationToken stop)
    {
        Note = body;
        return ActAsync(intakeNumber, "note", async () => await writeNote.RunAsync(intakeNumber, body, stop), stop, "note.");
    }

    public Task<IActionResult> OnPostMessageAsync(string intakeNumber, [FromForm(Name = "message.body")] string? body, CancellationToken stop)
    {
        Message = body;
        return ActAsync(intakeNumber, "message", async () => await writeMessage.RunAsync(intakeNumber, body, stop), stop, "message.");
    }
}
