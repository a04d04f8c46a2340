using Madoguchi.Approvals.Contracts;
using Madoguchi.Studio.Checking;
using Madoguchi.Studio.Drafts;

namespace Madoguchi.Studio.Publishing;

/// <summary>一覧起案 of publications: several drafts of a division on one approval for each way of deciding. All of them or none.</summary>
internal sealed class ProposeList(StudioDb db, DraftDesk desk, DraftReads reads, ProposePublication one, PublicationFacts facts, IApprovals approvals, IProcedures procedures, Lanes lanes, Actor actor, AuditTrail audit, TimeProvider clock)
{
    /// <param name="Versions">The drafts as they were shown: id → version.</param>
    internal sealed record Input(string Subject, IReadOnlyDictionary<Guid, long> Versions, string? Reason, string? Day, IReadOnlyList<string> Checked);

    /// <returns>Ids of the approvals, one or two.</returns>
    public async Task<Result<Guid[]>> RunAsync(Input input, CancellationToken stop)
    {
        actor.Require(ProceduresPermissions.Edit);
        if (input.Versions.Count == 0) return Refusals.Field("drafts", "studio-choose-drafts");
        var drafts = await desk.FindManyAsync([.. input.Versions.Keys], stop);
        var wrong = Wrong(input, drafts).ToList();
        if (wrong.Count > 0) return Refusal.Invalid(wrong);
        var lists = drafts.GroupBy(d => (d.Division, lanes.Of(d).Name)).Select(g => (Lane: lanes.Of(g.First()), Drafts: g.ToList())).ToList();
        if (lists.Any(l => !lanes.HasAllPosts(l.Lane))) return Refusals.NoManager;
        if (lists.Select(l => lanes.NobodyElse(l.Lane, actor.Id)).FirstOrDefault(p => p is not null) is { } post) return Refusals.NobodyElse(post);
        var errors = one.Judge(new ProposePublication.Input(input.Reason, input.Day, input.Checked), lists.MaxBy(l => l.Lane.CheckList.Count).Lane, out var day);
        if (errors.Count > 0) return Refusal.Invalid(errors);

        var started = new List<Guid>();
        foreach (var (lane, list) in lists)
        {
            var items = new List<ApprovalItem>();
            foreach (var draft in list) items.Add(new ApprovalItem(ProposePublication.ItemOf(draft.Id), await facts.OfAsync(draft, draft.BaseNumber, lane, day, stop)));
            var subject = DraftStep.Short($"手続の公開（一覧）：{input.Subject}、{list.Count}件", 200);
            var approval = await approvals.StartAsync(new ApprovalDraft(ProposePublication.ApprovalKind, subject, list[0].Division, items, lane.Route, input.Reason!.Trim()), stop);
            if (approval.Refused) return approval.Refusal;
            started.Add(approval.Value);
            foreach (var draft in list)
            {
                db.Add(draft.Propose(approval.Value, day, "公開を一覧で起案しました", actor.Id, clock.Now()));
                audit.Record("procedures.publicationProposed", "draft", draft.Id.ToString(), new { draft.Slug, Lane = lane.Name, Day = day, List = list.Count });
            }
        }

        return started.ToArray();
    }

    private IEnumerable<FieldError> Wrong(Input input, IReadOnlyList<Draft> drafts)
    {
        if (drafts.Count != input.Versions.Count) yield return new FieldError("drafts", "studio-draft-changed", ("title", ""));
        foreach (var draft in drafts)
        {
            if (draft.State != DraftState.Editing || draft.Version != input.Versions[draft.Id]) yield return new FieldError("drafts", "studio-draft-changed", ("title", $"「{draft.Title}」"));
            else if (reads.Of(draft) is not { } read || read.Findings.Any(f => f.IsFault)) yield return new FieldError("drafts", "studio-draft-faulty", ("title", draft.Title));
            else if (procedures.Card(draft.Slug)?.Number != draft.BaseNumber) yield return new FieldError("drafts", "studio-draft-behind", ("title", draft.Title));
        }
    }
}
