using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Approvals.Domain;

/// <summary>起案 on its way to 決裁: what is asked, whom, and everything done about it.</summary>
internal sealed partial class Approval
{
    private readonly List<IEvent> happened = [];

    private Approval()
    {
    }

    public Guid Id { get; private init; }

    public string Kind { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public string Division { get; private init; } = "";

    public string Reason { get; private init; } = "";

    public string DrafterId { get; private init; } = "";

    public string? DrafterTitle { get; private init; }

    public ApprovalState State { get; private set; }

    public DateTime StartedAt { get; private init; }

    public DateTime? ClosedAt { get; private set; }

    public long Version { get; private set; }

    public List<RouteStep> Steps { get; private init; } = [];

    public List<ListedItem> Items { get; private init; } = [];

    public List<Act> Acts { get; private init; } = [];

    public IReadOnlyList<string> ItemIds => [.. Items.Where(i => i.IsOn).OrderBy(i => i.Position).Select(i => i.Item)];

    /// <summary>What is being decided now, as one number every act keeps.</summary>
    public string ContentSha256
    {
        get
        {
            var content = new { Kind, Subject, Reason, Items = Items.Where(i => i.IsOn).OrderBy(i => i.Position).Select(i => new { i.Item, i.FactsText }) };
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content, JsonText.Options))));
        }
    }

    /// <summary>起案. Endorsements of posts only the drafter could give are contained in the draft.</summary>
    /// <param name="nobodyElse">Whether nobody but the drafter holds or deputises the post.</param>
    public static Result<Approval> Start(ApprovalDraft draft, Officer drafter, Func<string, bool> nobodyElse, DateTime now)
    {
        if (!Route.IsValid(draft.Route)) return Refusals.RouteInvalid;
        if (draft.Items.Count == 0 || draft.Items.DistinctBy(i => i.Id).Count() != draft.Items.Count)
            throw new ArgumentException("Items: at least one, none twice", nameof(draft));

        var id = Guid.CreateVersion7();
        var approval = new Approval
        {
            Id = id,
            Kind = draft.Kind,
            Subject = draft.Subject,
            Division = draft.Division,
            Reason = draft.Reason,
            DrafterId = drafter.Id,
            DrafterTitle = drafter.PostFor(null).Title,
            StartedAt = now,
            Steps = [.. draft.Route.OrderBy(s => s.Step).Select(s => RouteStep.Of(id, s))],
            Items = [.. draft.Items.Select((item, position) => ListedItem.Of(id, position, item))],
        };
        foreach (var step in approval.Steps.Where(s => s.Kind == ApprovalStepKind.Endorse && drafter.Holds(s.Post) && nobodyElse(s.Post))) step.Skip();
        approval.Advance();
        approval.Note(ActKind.Draft, drafter, draft.Reason, now);
        approval.happened.Add(new ApprovalStarted(id, draft.Kind, approval.ItemIds, drafter.Id, now, draft.Reason));
        return approval;
    }

    /// <summary>What to tell the other modules, once.</summary>
    public IReadOnlyList<IEvent> TakeHappened()
    {
        List<IEvent> told = [.. happened];
        happened.Clear();
        return told;
    }

    /// <summary>The drafter may not act on the own draft, whatever post of the route they hold or deputise.</summary>
    private bool IsOwnDraft(Officer by) => by.Id == DrafterId && Steps.Any(s => by.Holds(s.Post) || by.Deputises(s.Post));

    /// <summary>The active step that waits for this act of this officer, or why there is none.</summary>
    private Result<RouteStep> TurnOf(Officer by, params ApprovalStepKind[] kinds)
    {
        if (State != ApprovalState.Routing) return Refusals.NotRouting;
        if (IsOwnDraft(by)) return Refusals.OwnDraft;

        var waiting = Steps.Where(s => s.IsActive && by.Holds(s.Post)).ToList();
        if (waiting.FirstOrDefault(s => kinds.Contains(s.Kind)) is { } step) return step;
        return waiting.Count > 0 || Steps.Any(s => by.Holds(s.Post) && kinds.Contains(s.Kind)) ? Refusals.WrongAct : Refusals.PostNotYours;
    }

    private void Advance()
    {
        if (Steps.Any(s => s.IsActive)) return;
        var next = Steps.Where(s => s.State == ApprovalStepState.Waiting).Min(s => (int?)s.Step);
        foreach (var step in Steps.Where(s => s.Step == next && s.State == ApprovalStepState.Waiting)) step.Activate();
    }

    private void Close(ApprovalState state, DateTime now) => (State, ClosedAt) = (state, now);

    private void Note(ActKind kind, Officer by, string? words, DateTime now, RouteStep? step = null, string? item = null)
    {
        Acts.Add(Act.Of(this, kind, by, words, now, step, item));
        Version++;
    }
}
