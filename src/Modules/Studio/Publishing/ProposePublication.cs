using Madoguchi.Approvals.Contracts;
using Madoguchi.Studio.Drafts;

namespace Madoguchi.Studio.Publishing;

/// <summary>公開の起案: what changes since the published edition, to those who decide. Nothing can be changed meanwhile.</summary>
internal sealed class ProposePublication(StudioDb db, DraftDesk desk, IApprovals approvals, IProcedures procedures, IDefinitions definitions, Lanes lanes, Actor actor, AuditTrail audit, TimeProvider clock)
{
    public const string ApprovalKind = "studio.publication";

    /// <summary>Lines of the comparison an approver reads; more of them say how many are left.</summary>
    private const int MostLines = 200;

    /// <param name="Day">Day to publish on; null = with the decision.</param>
    /// <param name="Checked">Ticked lines of the check list.</param>
    internal sealed record Input(string? Reason, string? Day, IReadOnlyList<string> Checked);

    public async Task<Result> RunAsync(Guid id, long version, Input input, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        var draft = await desk.FindAsync(id, stop, toChange: true);
        if (draft.State != DraftState.Editing) return Refusals.NotEditable;
        if (draft.Version != version) return Refusals.Overtaken;
        if (definitions.Judge(draft.Definition).Any(f => f.IsFault)) return Refusals.Faults;
        var lane = lanes.Of(draft);
        if (!lanes.HasAllPosts(lane)) return Refusals.NoManager;
        var errors = Judge(input, lane, out var day);
        if (errors.Count > 0) return Refusal.Invalid(errors);

        var current = procedures.Card(draft.Slug)?.Number;
        if (current is not null && draft.StartedFrom != DraftStart.Edition) return Refusals.SlugTaken;
        var approval = await approvals.StartAsync(
            new ApprovalDraft(ApprovalKind, Short($"手続の公開：{draft.Title}", 200), draft.Division, [new ApprovalItem(ItemOf(draft.Id), Facts(draft, current, lane, day))], lane.Route, input.Reason!.Trim()), stop);
        if (approval.Refused) return approval.Refusal;
        db.Add(draft.Propose(approval.Value, current, day, "公開を起案しました", actor.Id, clock.Now()));
        audit.Record("procedures.publicationProposed", "draft", draft.Id.ToString(), new { draft.Slug, Lane = lane.Name, Day = day });
        return Result.Ok;
    }

    public static string ItemOf(Guid draft) => $"studio-{draft:N}";

    /// <summary>What changes, in words; the first edition says so.</summary>
    public IReadOnlyList<string> Changes(Draft draft)
    {
        var card = procedures.All.FirstOrDefault(c => c.Slug == draft.Slug);
        if (card is null || definitions.Text(card.Slug, card.Number) is not { } before) return ["はじめて公開する手続です。"];
        var lines = definitions.Changes(before, draft.Definition);
        return lines.Count == 0 ? ["公開中の版と違いはありません。"] : lines;
    }

    private List<FieldError> Judge(Input input, Lane lane, out DateOnly? day)
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

    private List<ApprovalFact> Facts(Draft draft, int? current, Lane lane, DateOnly? day)
    {
        var changes = Changes(draft);
        var facts = new List<ApprovalFact>
        {
            new("手続", draft.Title),
            new("公開中の版", current is null ? "なし（はじめての公開）" : $"第{current}版"),
            new("公開する日", day is { } on ? JapaneseDate.Format(on) : "決裁のとき"),
            new("点検", $"誤りなし、助言{definitions.Judge(draft.Definition).Count(f => !f.IsFault)}件"),
        };
        facts.AddRange(lane.CheckList.Select(c => new ApprovalFact("確認したこと", lanes.WordsOf(c))));
        facts.AddRange(changes.Take(MostLines).Select((c, i) => new ApprovalFact($"変わること{i + 1}", c)));
        if (changes.Count > MostLines) facts.Add(new ApprovalFact("ほか", $"{changes.Count - MostLines}か所（手続づくりの画面で確認できます）"));
        return facts;
    }

    private static string Short(string text, int most) => DraftStep.Short(text, most);
}
