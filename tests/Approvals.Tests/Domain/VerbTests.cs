using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using static Madoguchi.Approvals.Contracts.ApprovalStepState;

namespace Approvals.Tests.Domain;

public sealed class VerbTests
{
    [Fact]
    public void Endorsed_and_decided_it_is_over()
    {
        var approval = Given.Draft();
        approval.Endorse(Given.Chief, "確認済み", Given.Noon).Done();
        approval.Decide(Given.Manager, null, Given.Noon.AddHours(1)).Done();

        Assert.Equal(ApprovalState.Decided, approval.State);
        Assert.Equal(Given.Noon.AddHours(1), approval.ClosedAt);
        Assert.Equal([typeof(ApprovalStarted), typeof(ApprovalStepDone), typeof(ApprovalStepDone), typeof(ApprovalDecided)], approval.TakeHappened().Select(e => e.GetType()));
        Assert.Equal(3, approval.Version);
        approval.Decide(Given.Manager, null, Given.Noon).RefusedAs("not-routing");
    }

    [Fact]
    public void Every_act_keeps_who_with_which_post_when_and_on_what()
    {
        var approval = Given.Draft();
        approval.Endorse(Given.Chief, "確認済み", Given.Noon).Done();

        var act = approval.Acts[^1];
        Assert.Equal((ActKind.Endorse, "chief", "kosodate.chief", "職 kosodate.chief", 1, "確認済み", Given.Noon),
            (act.Kind, act.ActorId, act.ActorPost, act.ActorTitle, act.Step, act.Words, act.At));
        Assert.Equal(64, act.ContentSha256.Length);
        Assert.Equal(approval.Acts[0].ContentSha256, act.ContentSha256);
    }

    [Fact]
    public void An_act_that_does_not_fit_the_step_is_refused()
    {
        var approval = Given.Draft();
        approval.Decide(Given.Chief, null, Given.Noon).RefusedAs("wrong-act");
        approval.Concur(Given.Chief, null, Given.Noon).RefusedAs("wrong-act");
        approval.Object(Given.Chief, "いや", Given.Noon).RefusedAs("wrong-act");
        approval.Decide(Given.Manager, null, Given.Noon).RefusedAs("wrong-act");
    }

    [Fact]
    public void The_second_of_two_same_acts_is_refused()
    {
        var approval = Given.Draft();
        approval.Endorse(Given.Chief, null, Given.Noon).Done();
        approval.Endorse(Given.Chief, null, Given.Noon).RefusedAs("wrong-act");
    }

    [Fact]
    public void A_step_of_another_post_is_not_mine()
    {
        var approval = Given.Draft();
        approval.Endorse(Given.Manager, null, Given.Noon).RefusedAs("post-not-yours");
        approval.Endorse(Given.Clerk, null, Given.Noon).RefusedAs("post-not-yours");
        approval.Return(Given.Manager, "drafter", "直して", Given.Noon).RefusedAs("wrong-act");
        approval.Reject(Given.Stranger, "だめ", Given.Noon).RefusedAs("post-not-yours");
        approval.Remove(Given.Stranger, "2026-000001-1", "別件", Given.Noon).RefusedAs("post-not-yours");
        approval.ActFor(Given.Stranger, "kosodate.chief", "不在", Given.Noon).RefusedAs("post-not-yours");
        approval.PostReview(Given.Stranger, null, Given.Noon).RefusedAs("post-not-yours");
        approval.Recall(Given.Chief, Given.Noon).RefusedAs("draft-not-yours");
        Assert.Equal(1, approval.Version);
    }

    [Fact]
    public void A_deputy_does_not_decide_under_the_holders_verb()
    {
        var approval = Given.Draft();
        approval.Endorse(Given.Chief, null, Given.Noon).Done();
        approval.Decide(Given.Chief, null, Given.Noon).RefusedAs("post-not-yours");
    }

    [Fact]
    public void Without_a_reason_nothing_is_sent_back_rejected_objected_or_decided_for_another()
    {
        var approval = Given.AtConcurrence();
        approval.Object(Given.Sewer, " ", Given.Noon).RefusedOn("reason");
        approval.Return(Given.Sewer, null, null, Given.Noon).RefusedOn("to", "reason");

        var line = Given.Draft(items: ["2026-000001-1", "2026-000002-2"]);
        line.Reject(Given.Chief, null, Given.Noon).RefusedOn("reason");
        line.Remove(Given.Chief, null, null, Given.Noon).RefusedOn("intakeNumber", "reason");
        line.Remove(Given.Chief, "2026-000009-9", "別件", Given.Noon).RefusedOn("intakeNumber");
        line.Endorse(Given.Chief, null, Given.Noon).Done();
        line.ActFor(Given.Chief, null, "不在", Given.Noon).RefusedOn("post");
        line.ActFor(Given.Chief, "kosodate.manager", null, Given.Noon).RefusedOn("reason");
        Assert.Equal([Done, Active], line.States());
    }

    [Fact]
    public void Returned_to_the_drafter_it_is_over()
    {
        var approval = Given.Draft();
        approval.Return(Given.Chief, "drafter", "根拠を書き足してください", Given.Noon).Done();

        Assert.Equal(ApprovalState.Returned, approval.State);
        Assert.IsType<ApprovalReturned>(approval.TakeHappened()[^1]);
        approval.Endorse(Given.Chief, null, Given.Noon).RefusedAs("not-routing");
        approval.Recall(Given.Clerk, Given.Noon).RefusedAs("not-routing");
    }

    [Fact]
    public void Returned_to_an_earlier_step_the_later_ones_are_asked_anew()
    {
        var approval = Given.AtConcurrence();
        approval.Concur(Given.Sewer, null, Given.Noon).Done();
        approval.Concur(Given.Planning, null, Given.Noon).Done();

        approval.Return(Given.Manager, "2", "図面が変わった", Given.Noon).Done();
        Assert.Equal([Done, Active, Active, Waiting], approval.States());
        Assert.Null(approval.Steps[1].ActorId);

        approval.Return(Given.Sewer, "1", "係で直して", Given.Noon).Done();
        Assert.Equal([Active, Waiting, Waiting, Waiting], approval.States());
        Assert.Equal(ApprovalState.Routing, approval.State);
        Assert.Equal(1, Assert.IsType<ApprovalSentBack>(approval.TakeHappened()[^1]).ToStep);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("manager")]
    public void Only_an_earlier_step_can_be_returned_to(string to)
    {
        var approval = Given.Draft();
        approval.Endorse(Given.Chief, null, Given.Noon).Done();
        approval.Return(Given.Manager, to, "直して", Given.Noon).RefusedOn("to");
    }

    [Fact]
    public void Rejected_it_stays_as_a_record()
    {
        var approval = Given.Draft();
        approval.Reject(Given.Chief, "要件を欠く", Given.Noon).Done();
        Assert.Equal(ApprovalState.Rejected, approval.State);
        Assert.IsType<ApprovalRejected>(approval.TakeHappened()[^1]);
    }

    [Fact]
    public void Another_section_objects_and_does_not_reject() =>
        Given.AtConcurrence().Reject(Given.Sewer, "反対", Given.Noon).RefusedAs("wrong-act");

    [Fact]
    public void The_drafter_recalls_until_somebody_acted()
    {
        var approval = Given.Draft();
        approval.Recall(Given.Clerk, Given.Noon).Done();
        Assert.Equal(ApprovalState.Recalled, approval.State);

        var endorsed = Given.Draft();
        endorsed.Endorse(Given.Chief, null, Given.Noon).Done();
        endorsed.Recall(Given.Clerk, Given.Noon).RefusedAs("already-acted-on");
    }

    [Fact]
    public void One_is_taken_out_of_the_list_but_never_the_last()
    {
        var approval = Given.Draft(items: ["2026-000001-1", "2026-000002-2"]);
        var before = approval.ContentSha256;

        approval.Remove(Given.Chief, "2026-000001-1", "書類を確かめる", Given.Noon).Done();

        Assert.Equal(["2026-000002-2"], approval.ItemIds);
        Assert.NotEqual(before, approval.ContentSha256);
        var removed = Assert.IsType<ApprovalItemRemoved>(approval.TakeHappened()[^1]);
        Assert.Equal(("2026-000001-1", "書類を確かめる"), (removed.Item, removed.Reason));
        approval.Remove(Given.Chief, "2026-000002-2", "これも", Given.Noon).RefusedAs("last-item");
        Assert.Equal([Active, Waiting], approval.States());
    }

    [Fact]
    public void A_withdrawn_matter_leaves_the_list_and_the_last_one_ends_it()
    {
        var approval = Given.Draft(items: ["2026-000001-1", "2026-000002-2"]);
        approval.TakeHappened();
        var resident = Given.Officer("hanako");

        approval.TakeOut(resident, "2026-000001-1", "取下げ", Given.Noon);
        Assert.Equal(ApprovalState.Routing, approval.State);
        approval.TakeOut(resident, "2026-000002-2", "取下げ", Given.Noon);
        Assert.Equal(ApprovalState.Recalled, approval.State);
        Assert.Empty(approval.TakeHappened());
    }

    [Fact]
    public void A_deputy_decides_in_urgency_and_the_holder_reads_it_afterwards()
    {
        var approval = Given.Draft();
        approval.Endorse(Given.Chief, null, Given.Noon).Done();
        approval.ActFor(Given.Chief, "kosodate.manager", "課長出張中、支給日が迫る", Given.Noon).Done();

        Assert.Equal(ApprovalState.Decided, approval.State);
        Assert.True(approval.Steps[1].AwaitsPostReview);
        Assert.Equal(("chief", "kosodate.chief", "kosodate.manager"), (approval.Acts[^1].ActorId, approval.Acts[^1].ActorPost, approval.Acts[^1].ForPost));
        Assert.IsType<ApprovalDecided>(approval.TakeHappened()[^1]);
        Assert.Equal([ActKind.PostReview], approval.ActsOf(Given.Manager));

        approval.PostReview(Given.Manager, "承知した", Given.Noon.AddDays(1)).Done();
        Assert.False(approval.Steps[1].AwaitsPostReview);
        approval.PostReview(Given.Manager, null, Given.Noon).RefusedAs("nothing-to-post-review");
    }

    [Fact]
    public void Nobody_acts_for_a_step_that_does_not_wait_or_is_their_own()
    {
        var approval = Given.Draft();
        approval.ActFor(Given.Chief, "kosodate.manager", "不在", Given.Noon).RefusedAs("wrong-act");
        approval.ActFor(Given.Chief, "kosodate.chief", "不在", Given.Noon).RefusedAs("wrong-act");
    }

    [Fact]
    public void The_screen_offers_what_is_mine_now_and_nothing_else()
    {
        var approval = Given.Draft(items: ["2026-000001-1", "2026-000002-2"]);
        Assert.Equal([ActKind.Endorse, ActKind.Return, ActKind.Remove, ActKind.Reject], approval.ActsOf(Given.Chief));
        Assert.Equal([ActKind.Recall], approval.ActsOf(Given.Clerk));
        Assert.Empty(approval.ActsOf(Given.Manager));

        approval.Endorse(Given.Chief, null, Given.Noon).Done();
        Assert.Equal([ActKind.ActFor], approval.ActsOf(Given.Chief));
        Assert.Equal([ActKind.Decide, ActKind.Return, ActKind.Remove, ActKind.Reject], approval.ActsOf(Given.Manager));
        Assert.Empty(approval.ActsOf(Given.Clerk));
        Assert.Equal([ActKind.Concur, ActKind.Object, ActKind.Return], Given.AtConcurrence().ActsOf(Given.Sewer));
    }
}
