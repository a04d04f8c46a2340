using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using static Madoguchi.Approvals.Contracts.ApprovalStepKind;
using static Madoguchi.Approvals.Contracts.ApprovalStepState;

namespace Approvals.Tests.Domain;

public sealed class RouteTests
{
    [Fact]
    public void The_draft_waits_at_the_first_step()
    {
        var approval = Given.Draft();

        Assert.Equal([Active, Waiting], approval.States());
        Assert.Equal(ApprovalState.Routing, approval.State);
        Assert.IsType<ApprovalStarted>(Assert.Single(approval.TakeHappened()));
        Assert.Empty(approval.TakeHappened());
    }

    public static TheoryData<ApprovalStepDraft[]> Wrong => new()
    {
        Array.Empty<ApprovalStepDraft>(),
        new ApprovalStepDraft[] { new(1, Endorse, "a") },
        new ApprovalStepDraft[] { new(1, Decide, "a"), new(2, Endorse, "b") },
        new ApprovalStepDraft[] { new(1, Decide, "a"), new(2, Decide, "b") },
        new ApprovalStepDraft[] { new(1, Endorse, "a"), new(1, Endorse, "b"), new(2, Decide, "c") },
        new ApprovalStepDraft[] { new(1, Endorse, "a"), new(2, Decide, "a") },
        new ApprovalStepDraft[] { new(0, Decide, "a") },
        new ApprovalStepDraft[] { new(1, Decide, " ") },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_route_that_cannot_end_in_one_decision_is_refused(ApprovalStepDraft[] route) =>
        Given.Started(route, Given.Clerk, ["2026-000001-1"]).RefusedAs("route-invalid");

    [Fact]
    public void Concurrences_stand_side_by_side_and_the_route_goes_on_when_both_are_given()
    {
        var approval = Given.AtConcurrence();
        Assert.Equal([Done, Active, Active, Waiting], approval.States());

        approval.Concur(Given.Planning, null, Given.Noon).Done();
        Assert.Equal([Done, Active, Done, Waiting], approval.States());

        approval.Concur(Given.Sewer, "異議なし", Given.Noon).Done();
        Assert.Equal([Done, Done, Done, Active], approval.States());
    }

    [Fact]
    public void An_objection_goes_on_to_the_decider_who_sees_it()
    {
        var approval = Given.AtConcurrence();

        approval.Object(Given.Sewer, "管の移設が要る", Given.Noon).Done();
        approval.Concur(Given.Planning, null, Given.Noon).Done();

        Assert.Equal([Done, Objected, Done, Active], approval.States());
        Assert.Equal("管の移設が要る", approval.Steps[1].Comment);
        Assert.Equal(ApprovalState.Routing, approval.State);
    }

    [Fact]
    public void An_objection_is_taken_back_when_the_talk_came_to_an_agreement()
    {
        var approval = Given.AtConcurrence();
        approval.Object(Given.Sewer, "管の移設が要る", Given.Noon).Done();
        approval.Concur(Given.Planning, null, Given.Noon).Done();

        approval.Concur(Given.Sewer, "協議が整った", Given.Noon).Done();

        Assert.Equal([Done, Done, Done, Active], approval.States());
        Assert.Contains(approval.Acts, a => a.Kind == ActKind.Object);
    }

    [Fact]
    public void The_endorsement_only_the_drafter_could_give_is_contained_in_the_draft()
    {
        var approval = Given.Draft(by: Given.Chief);

        Assert.Equal([Skipped, Active], approval.States());
        approval.Endorse(Given.Chief, null, Given.Noon).RefusedAs("own-draft");
        approval.ActFor(Given.Chief, "kosodate.manager", "不在", Given.Noon).RefusedAs("own-draft");
        approval.Decide(Given.Manager, null, Given.Noon).Done();
        Assert.Equal(ApprovalState.Decided, approval.State);
    }

    [Fact]
    public void The_decision_is_never_contained_in_the_draft()
    {
        var approval = Given.Draft(by: Given.Manager);
        approval.Endorse(Given.Chief, null, Given.Noon).Done();

        approval.Decide(Given.Manager, null, Given.Noon).RefusedAs("own-draft");
        Assert.True(approval.IsKeptFrom(Given.Manager));

        approval.ActFor(Given.Chief, "kosodate.manager", "起案者のため", Given.Noon).Done();
        Assert.Equal(ApprovalState.Decided, approval.State);
    }
}
