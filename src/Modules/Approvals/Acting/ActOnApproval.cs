using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Approvals.Acting;

/// <summary>One act on an approval: 承認, 合議, 決裁, 差戻し, 否決, 引戻し, 一覧から外す, 代決, 後閲.</summary>
internal sealed class ActOnApproval(ApprovalsDb db, Actor actor, TimeProvider clock, Officers officers, Announcer announcer)
{
    public const int WordsLimit = 2000;

    /// <param name="To"><c>drafter</c> or the number of an earlier step.</param>
    internal sealed record Input(string? Comment = null, string? Reason = null, string? To = null, string? IntakeNumber = null, string? Post = null);

    /// <param name="kind">One a person chooses; not the draft itself.</param>
    /// <param name="version">The version the officer saw; null when it does not matter.</param>
    /// <exception cref="NotFoundException">No such approval, or not the actor's to see.</exception>
    public async Task<Result<Approval>> RunAsync(Guid id, ActKind kind, Input input, long? version, CancellationToken stop = default)
    {
        actor.Require(ApprovalsPermissions.Act);
        if (!await db.VisibleTo(actor).AnyAsync(a => a.Id == id, stop)) throw new NotFoundException();

        await db.Set<Approval>().Where(a => a.Id == id).WaitForTurnAsync(stop);
        var approval = await db.Set<Approval>().Whole().SingleAsync(a => a.Id == id, stop);
        if (version is not null && version != approval.Version) return Refusals.Changed;
        if (Unclean(input) is { } unclean) return unclean;

        var done = Do(approval, kind, Normalised(input));
        if (done.Refused) return done.Refusal;
        await announcer.TellAsync(approval, stop);
        return approval;
    }

    private Result Do(Approval approval, ActKind kind, Input input)
    {
        var (by, now) = (officers.Of(actor), clock.Now());
        return kind switch
        {
            ActKind.Endorse => approval.Endorse(by, input.Comment, now),
            ActKind.Concur => approval.Concur(by, input.Comment, now),
            ActKind.Object => approval.Object(by, input.Reason, now),
            ActKind.Decide => approval.Decide(by, input.Comment, now),
            ActKind.Return => approval.Return(by, input.To, input.Reason, now),
            ActKind.Reject => approval.Reject(by, input.Reason, now),
            ActKind.Recall => approval.Recall(by, now),
            ActKind.Remove => approval.Remove(by, input.IntakeNumber, input.Reason, now),
            ActKind.ActFor => approval.ActFor(by, input.Post, input.Reason, now),
            ActKind.PostReview => approval.PostReview(by, input.Comment, now),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static Refusal? Unclean(Input input)
    {
        var errors = new List<FieldError>();
        foreach (var (field, words) in new[] { ("comment", input.Comment), ("reason", input.Reason) })
        {
            if (words is null) continue;
            if (!TextRules.IsClean(words)) errors.Add(new FieldError(field, "approval-words-unclean"));
            else if (TextRules.Length(words) > WordsLimit) errors.Add(new FieldError(field, "approval-words-too-long", ("limit", WordsLimit)));
        }

        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }

    private static Input Normalised(Input input) => input with
    {
        Comment = Words(input.Comment),
        Reason = Words(input.Reason),
        To = Words(input.To),
        IntakeNumber = IntakeNumber.TryParse(input.IntakeNumber, out var number) ? number.ToString() : Words(input.IntakeNumber),
        Post = Words(input.Post),
    };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : TextRules.Normalise(text);
}
