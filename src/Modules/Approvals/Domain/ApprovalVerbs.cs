using System.Globalization;
using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Approvals.Domain;

internal sealed partial class Approval
{
    private static readonly ApprovalStepKind[] Line = [ApprovalStepKind.Endorse, ApprovalStepKind.Decide];
    private static readonly ApprovalStepKind[] Any = [ApprovalStepKind.Endorse, ApprovalStepKind.Concur, ApprovalStepKind.Decide];

    /// <summary>承認.</summary>
    public Result Endorse(Officer by, string? comment, DateTime now)
    {
        var turn = TurnOf(by, ApprovalStepKind.Endorse);
        return turn.Refused ? turn.Refusal : Pass(ActKind.Endorse, turn.Value, by, comment, now);
    }

    /// <summary>合議同意; also after one's own 不同意, when the 協議 came to an agreement.</summary>
    public Result Concur(Officer by, string? comment, DateTime now)
    {
        var objected = Steps.FirstOrDefault(s => s.State == ApprovalStepState.Objected && by.Holds(s.Post));
        if (State == ApprovalState.Routing && objected is not null && !IsOwnDraft(by)) return Pass(ActKind.Concur, objected, by, comment, now);

        var turn = TurnOf(by, ApprovalStepKind.Concur);
        return turn.Refused ? turn.Refusal : Pass(ActKind.Concur, turn.Value, by, comment, now);
    }

    /// <summary>合議不同意: the route goes on, so that the decider settles it by 協議.</summary>
    public Result Object(Officer by, string? reason, DateTime now)
    {
        var turn = TurnOf(by, ApprovalStepKind.Concur);
        if (turn.Refused) return turn.Refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.ReasonMissing;

        turn.Value.Settle(ApprovalStepState.Objected, by, reason, now);
        Passed(ActKind.Object, turn.Value, by, reason, now);
        return Result.Ok;
    }

    /// <summary>決裁.</summary>
    public Result Decide(Officer by, string? comment, DateTime now)
    {
        var turn = TurnOf(by, ApprovalStepKind.Decide);
        return turn.Refused ? turn.Refusal : Pass(ActKind.Decide, turn.Value, by, comment, now);
    }

    /// <summary>代決: the deputy of an absent holder does what the step asks; 後閲 follows.</summary>
    public Result ActFor(Officer by, string? post, string? reason, DateTime now)
    {
        if (State != ApprovalState.Routing) return Refusals.NotRouting;
        if (IsOwnDraft(by)) return Refusals.OwnDraft;
        if (string.IsNullOrWhiteSpace(post)) return Refusals.PostMissing;
        if (by.Holds(post)) return Refusals.WrongAct;
        if (!by.Deputises(post)) return Refusals.PostNotYours;
        if (Steps.FirstOrDefault(s => s.Post == post && s.IsActive) is not { } step) return Refusals.WrongAct;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.ReasonMissing;

        return Pass(ActKind.ActFor, step, by, reason, now);
    }

    /// <summary>後閲: the holder reads what a deputy did; also after the decision.</summary>
    public Result PostReview(Officer by, string? comment, DateTime now)
    {
        var mine = Steps.Where(s => by.Holds(s.Post)).ToList();
        if (mine.Count == 0) return Refusals.PostNotYours;
        if (mine.FirstOrDefault(s => s.AwaitsPostReview && s.ActorId != by.Id) is not { } step) return Refusals.NothingToReview;

        step.PostReview(now);
        Note(ActKind.PostReview, by, comment, now, step);
        happened.Add(new ApprovalPostReviewed(Id, Kind, ItemIds, by.Id, now, comment, step.Step));
        return Result.Ok;
    }

    /// <summary>差戻し: to the drafter (ends this approval) or to an earlier step (goes on from there, later ones anew).</summary>
    public Result Return(Officer by, string? to, string? reason, DateTime now)
    {
        var turn = TurnOf(by, Any);
        if (turn.Refused) return turn.Refusal;
        var errors = new List<FieldError>();
        var step = 0;
        if (string.IsNullOrWhiteSpace(to)) errors.AddRange(Refusals.ToMissing.Fields);
        else if (to != "drafter" && !CanReturnTo(to, turn.Value, out step)) errors.AddRange(Refusals.ToNotEarlier.Fields);
        if (string.IsNullOrWhiteSpace(reason)) errors.AddRange(Refusals.ReasonMissing.Fields);
        if (errors.Count > 0) return Refusal.Invalid(errors);

        if (to == "drafter")
        {
            Close(ApprovalState.Returned, now);
            happened.Add(new ApprovalReturned(Id, Kind, ItemIds, by.Id, now, reason));
        }
        else
        {
            foreach (var later in Steps.Where(s => s.Step >= step)) later.Reset();
            Advance();
            happened.Add(new ApprovalSentBack(Id, Kind, ItemIds, by.Id, now, reason, step));
        }

        Note(ActKind.Return, by, reason, now, turn.Value);
        return Result.Ok;
    }

    /// <summary>否決, by the line; another section objects instead.</summary>
    public Result Reject(Officer by, string? reason, DateTime now)
    {
        var turn = TurnOf(by, Line);
        if (turn.Refused) return turn.Refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.ReasonMissing;

        Close(ApprovalState.Rejected, now);
        Note(ActKind.Reject, by, reason, now, turn.Value);
        happened.Add(new ApprovalRejected(Id, Kind, ItemIds, by.Id, now, reason));
        return Result.Ok;
    }

    /// <summary>引戻し: by the drafter, while nobody's act stands on the route.</summary>
    public Result Recall(Officer by, DateTime now)
    {
        if (State != ApprovalState.Routing) return Refusals.NotRouting;
        if (by.Id != DrafterId) return Refusals.DraftNotYours;
        if (Steps.Any(s => s.IsSettled)) return Refusals.AlreadyActedOn;

        Close(ApprovalState.Recalled, now);
        Note(ActKind.Recall, by, null, now);
        happened.Add(new ApprovalRecalled(Id, Kind, ItemIds, by.Id, now, null));
        return Result.Ok;
    }

    /// <summary>一覧から外す: the others go on.</summary>
    public Result Remove(Officer by, string? item, string? reason, DateTime now)
    {
        var turn = TurnOf(by, Any);
        if (turn.Refused) return turn.Refusal;
        var errors = new List<FieldError>();
        var listed = Items.FirstOrDefault(i => i.IsOn && i.Item == item);
        if (string.IsNullOrWhiteSpace(item)) errors.AddRange(Refusals.ItemMissing.Fields);
        else if (listed is null) errors.AddRange(Refusals.ItemNotListed.Fields);
        if (string.IsNullOrWhiteSpace(reason)) errors.AddRange(Refusals.ReasonMissing.Fields);
        if (errors.Count > 0) return Refusal.Invalid(errors);
        if (ItemIds.Count == 1) return Refusals.LastItem;

        listed!.Remove(reason!, now);
        Note(ActKind.Remove, by, reason, now, turn.Value, listed.Item);
        happened.Add(new ApprovalItemRemoved(Id, Kind, ItemIds, by.Id, now, reason, listed.Item));
        return Result.Ok;
    }

    /// <summary>The matter ended elsewhere (取下げ): nothing is left to decide about it.</summary>
    public void TakeOut(Officer by, string item, string reason, DateTime now)
    {
        if (State != ApprovalState.Routing || Items.FirstOrDefault(i => i.IsOn && i.Item == item) is not { } listed) return;

        listed.Remove(reason, now);
        if (ItemIds.Count == 0) Close(ApprovalState.Recalled, now);
        Note(ActKind.TakeOut, by, reason, now, item: item);
    }

    private Result Pass(ActKind kind, RouteStep step, Officer by, string? words, DateTime now)
    {
        step.Settle(ApprovalStepState.Done, by, words, now, actedFor: kind == ActKind.ActFor);
        Passed(kind, step, by, words, now);
        if (step.Kind != ApprovalStepKind.Decide) return Result.Ok;

        Close(ApprovalState.Decided, now);
        happened.Add(new ApprovalDecided(Id, Kind, ItemIds, by.Id, now, words));
        return Result.Ok;
    }

    private void Passed(ActKind kind, RouteStep step, Officer by, string? words, DateTime now)
    {
        Advance();
        Note(kind, by, words, now, step);
        happened.Add(new ApprovalStepDone(Id, Kind, ItemIds, by.Id, now, words, step.ToRef()));
    }

    private bool CanReturnTo(string to, RouteStep from, out int step) =>
        int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out step) && EarlierSteps(from).Contains(step);

    private IEnumerable<int> EarlierSteps(RouteStep from) =>
        Steps.Where(s => s.Step < from.Step && s.State != ApprovalStepState.Skipped).Select(s => s.Step).Distinct();
}
