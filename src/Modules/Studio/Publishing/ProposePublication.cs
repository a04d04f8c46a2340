using Madoguchi.Approvals.Contracts;
using Madoguchi.Studio.Drafts;

namespace Madoguchi.Studio.Publishing;

/// <summary>公開の起案: what changes since the published edition, to those who decide. Nothing can be changed meanwhile.</summary>
internal sealed class ProposePublication(StudioDb db, DraftDesk desk, IApprovals approvals, IProcedures procedures, IDefinitions definitions, PublicationFacts facts, Lanes lanes, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public const string ApprovalKind = "studio.publication";

    /// <param name="Day">Day to publish on; null = with the decision.</param>
    /// <param name="Checked">Ticked lines of the check list.</param>
    internal sealed record Input(string? Reason, string? Day, IReadOnlyList<string> Checked);

    public async Task<Result> RunAsync(Guid id, long version, Input input, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop, toChange: true);
        if (draft.State != DraftState.Editing) return Refusals.NotEditable;
        if (draft.Version != version) return draft.Version < version ? Refusals.Gone : Refusals.Overtaken;
        if (definitions.Judge(draft.Definition).Any(f => f.IsFault)) return Refusals.Faults;
        var lane = lanes.Of(draft);
        if (!lanes.HasAllPosts(lane)) return Refusals.NoManager;
        if (lanes.NobodyElse(lane, actor.Id) is { } post) return Refusals.NobodyElse(post);
        var errors = Judge(input, lane, out var day);
        if (errors.Count > 0) return Refusal.Invalid(errors);

        var current = procedures.Card(draft.Slug)?.Number;
        if (current is not null && draft.StartedFrom != DraftStart.Edition) return Refusals.SlugTaken;
        // Whoever proposes must have seen what others published meanwhile: what they changed would be undone unseen.
        if (current != draft.BaseNumber) return Refusals.EditionNewer;
        var content = await facts.OfAsync(draft, current, lane, day, stop);
        var approval = await approvals.StartAsync(
            new ApprovalDraft(ApprovalKind, DraftStep.Short($"手続の公開：{draft.Title}", 200), draft.Division, [new ApprovalItem(ItemOf(draft.Id), content)], lane.Route, input.Reason!.Trim()), stop);
        if (approval.Refused) return approval.Refusal;
        db.Add(draft.Propose(approval.Value, day, "公開を起案しました", actor.Id, clock.Now()));
        audit.Record("procedures.publicationProposed", "draft", draft.Id.ToString(), new { draft.Slug, Lane = lane.Name, Day = day, Sha256 = PublicationFacts.HashOf(draft.Definition) });
        return Result.Ok;
    }

    public static string ItemOf(Guid draft) => $"studio-{draft:N}";

    internal List<FieldError> Judge(Input input, Lane lane, out DateOnly? day)
    {
        var errors = new List<FieldError>();
        day = null;
        var reason = (input.Reason ?? "").Trim();
        if (reason.Length == 0) errors.Add(new FieldError("Reason", "missing"));
        else if (!TextRules.IsClean(reason) || TextRules.IsLonger(reason, 1000)) errors.Add(new FieldError("Reason", "tooLong", ("max", 1000)));
        if (!string.IsNullOrWhiteSpace(input.Day))
        {
            if (!DateOnly.TryParseExact(TextRules.HalfWidth(input.Day.Trim()), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) || given < clock.Today() || given > clock.Today().AddYears(2)) errors.Add(new FieldError("Day", "studio-day"));
            else day = given == clock.Today() ? null : given;
        }

        if (lane.CheckList.Any(c => !input.Checked.Contains(c))) errors.Add(new FieldError("Checked", "studio-checklist"));
        return errors;
    }
}
