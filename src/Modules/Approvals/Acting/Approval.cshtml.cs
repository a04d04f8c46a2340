using System.Globalization;
using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Approvals.Acting;

internal sealed class ApprovalPage(ReadApproval read, ActOnApproval act, ApprovalViews views, Officers officers) : StaffPage
{
    private IReadOnlyDictionary<string, string?> typed = new Dictionary<string, string?>();

    public WholeApprovalView Approval { get; private set; } = null!;

    /// <summary>What the officer may do now.</summary>
    public IReadOnlyList<ActKind> Acts { get; private set; } = [];

    public IReadOnlyList<Choice> ReturnTo { get; private set; } = [];

    public IReadOnlyList<Choice> ActForPosts { get; private set; } = [];

    public IReadOnlyList<Choice> Removable { get; private set; } = [];

    /// <summary>The officer drafted it and so may not act on the step that would be theirs.</summary>
    public bool KeptFrom { get; private set; }

    /// <summary>Somebody else was first; the page shows what they did.</summary>
    public bool Overtaken { get; private set; }

    /// <summary>What was just done.</summary>
    public ActKind? Did { get; private set; }

    public ActView LastAct => Approval.Acts[^1];

    public string? Typed(string name) => typed.GetValueOrDefault(name);

    public bool HasErrors(ActKind kind) => ModelState.Any(e => e.Key.StartsWith(Verbs.Of(kind) + ".", StringComparison.Ordinal) && e.Value?.Errors.Count > 0);

    public string HoldersOf(string post) => string.Join("、", officers.HoldersOf(post));

    public async Task OnGetAsync(Guid id, [FromQuery(Name = "did")] string? did, CancellationToken stop)
    {
        if (Verbs.TryParse(did, out var done)) Did = done;
        await ShowAsync(id, stop);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? verb, [FromForm] long? version, CancellationToken stop)
    {
        if (!Verbs.TryParse(verb, out var kind)) throw new NotFoundException();
        typed = Request.Form.ToDictionary(f => f.Key, f => (string?)f.Value.ToString());
        var input = new ActOnApproval.Input(
            Typed($"{verb}.comment"), Typed($"{verb}.reason"), Typed($"{verb}.to"), Typed($"{verb}.intakeNumber"), Typed($"{verb}.post"));

        var result = await act.RunAsync(id, kind, input, version, stop);
        if (!result.Refused) return Done(id, verb!);
        await ShowAsync(id, stop);
        if (result.Refusal == Refusals.Changed && PressedTwice(verb!)) return Done(id, verb!);
        Overtaken = version != Approval.Version;
        Accept(result, $"{verb}.");
        return Page();
    }

    // The same act by the same officer stands already: the button was pressed twice.
    private bool PressedTwice(string verb) => LastAct.Actor.Id == Actor.Id && LastAct.Verb == verb;

    private RedirectResult Done(Guid id, string verb) => Redirect($"~/staff/approvals/{id}?did={verb}");

    private async Task ShowAsync(Guid id, CancellationToken stop)
    {
        var approval = await read.RunAsync(id, stop);
        var by = officers.Of(Actor);
        Approval = views.Whole(approval);
        Acts = Actor.May(ApprovalsPermissions.Act) ? approval.ActsOf(by) : [];
        KeptFrom = approval.IsKeptFrom(by);
        ActForPosts = [.. approval.PostsToActFor(by).Select(p => new Choice(p, officers.TitleOf(p)))];
        // What is no matter is known by its first fact.
        Removable = [.. approval.ItemIds.Select(i => new Choice(i, IntakeNumber.TryParse(i, null, out _) ? i : Approval.Items.FirstOrDefault(v => v.IntakeNumber == i)?.Facts.FirstOrDefault()?.Value ?? i))];
        ReturnTo =
        [
            new Choice("drafter", Text["staff.approvals.return.drafter", ("name", Approval.Drafter.Name)]),
            .. approval.StepsToReturnTo(by).Select(step => new Choice(
                step.ToString(CultureInfo.InvariantCulture),
                Text["staff.approvals.return.step", ("step", step), ("posts", PostsOn(step))])),
        ];
    }

    private string PostsOn(int step) => string.Join("、", Approval.Route.Where(s => s.Step == step).Select(s => s.PostName));
}
