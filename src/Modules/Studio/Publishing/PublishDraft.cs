using Madoguchi.Approvals.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Studio.Publishing;

/// <summary>What a decision does to a draft: published at once or on its day; whatever else happens, it can be changed again.</summary>
[Anyone]
internal sealed class PublishDraft(StudioDb db, IApprovals approvals, IPublication publication, IProcedures procedures, Outbox outbox, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Decided by those on the route; the approval asked for their right.</summary>
    public async Task<Result> DecidedAsync(Draft draft, string by, CancellationToken stop)
    {
        if (draft.State != DraftState.Proposed) return Result.Ok;
        if (draft.PublishOn is not { } day || day <= clock.Today()) return await RunAsync(draft, by, stop);
        if (!await IsAsDecidedAsync(draft, stop)) return Refusals.TextMoved;
        db.Add(draft.Schedule(by, clock.Now()));
        outbox.Add(PublishSender.Message, new PublishSender.Due(draft.Id, draft.Version, by), JapaneseDate.UtcOf(day, TimeOnly.MinValue));
        audit.Record("procedures.publicationScheduled", "draft", draft.Id.ToString(), new { draft.Slug, Day = day });
        return Result.Ok;
    }

    /// <summary>On the day. A publication that was called off, or done already, is left alone.</summary>
    public async Task DueAsync(Guid id, long version, string by, CancellationToken stop)
    {
        if (await db.All.FirstOrDefaultAsync(d => d.Id == id && d.Version == version && d.State == DraftState.Scheduled, stop) is not { } draft) return;
        if (await RunAsync(draft, by, stop) is not { Refused: true } no) return;
        var why = no.Refusal == Refusals.TextMoved ? "決裁のあとに内容が変わっています" : no.Refusal == Refusals.EditionMoved ? "別の版が公開されました" : "定義に誤りがあります";
        db.Add(draft.Reopen($"公開できませんでした。{why}", by, clock.Now()));
        audit.Record("procedures.publicationFailed", "draft", draft.Id.ToString(), new { draft.Slug, no.Refusal!.Code });
    }

    private async Task<Result> RunAsync(Draft draft, string by, CancellationToken stop)
    {
        // What was compared and decided on must still be what it follows.
        if (procedures.Card(draft.Slug)?.Number != draft.BaseNumber) return Refusals.EditionMoved;
        if (!await IsAsDecidedAsync(draft, stop)) return Refusals.TextMoved;
        var published = await publication.PublishAsync(draft.Definition, draft.BaseNumber, by, stop);
        if (published.Refused) return published.Refusal;
        db.Add(draft.Publish(published.Value, by, clock.Now()));
        audit.Record("procedures.published", "procedure", draft.Slug, new { Number = published.Value, Draft = draft.Id, By = by });
        return Result.Ok;
    }

    // The approval keeps the hash of what was read; whatever became of the draft since is not published. One begun before hashes were kept has none.
    private async Task<bool> IsAsDecidedAsync(Draft draft, CancellationToken stop) =>
        draft.Approval is { } approval && (await approvals.FactsAsync(approval, ProposePublication.ItemOf(draft.Id), stop)).FirstOrDefault(f => f.Label == PublicationFacts.HashFact)?.Value is var kept && (kept is null || kept == PublicationFacts.HashOf(draft.Definition));
}
