using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using Madoguchi.Kernel.Rules;

namespace Approvals.Tests.Domain;

/// <summary>Approvals and officers as the tests speak of them.</summary>
internal static class Given
{
    public static readonly DateTime Noon = new(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc);

    public static readonly Officer Clerk = Officer("clerk", "kosodate.clerk");
    public static readonly Officer Chief = Officer("chief", "kosodate.chief") with { Deputised = ["kosodate.manager"] };
    public static readonly Officer Manager = Officer("manager", "kosodate.manager");
    public static readonly Officer Sewer = Officer("sewer-manager", "gesui.manager");
    public static readonly Officer Planning = Officer("planning-manager", "toshi.manager");
    public static readonly Officer Stranger = Officer("kaigo-manager", "kaigo.manager");

    private static readonly ApprovalStepDraft ByChief = new(1, ApprovalStepKind.Endorse, "kosodate.chief");

    public static readonly ApprovalStepDraft[] Line = [ByChief, new(2, ApprovalStepKind.Decide, "kosodate.manager")];

    public static readonly ApprovalStepDraft[] WithConcurrence =
    [
        ByChief, new(2, ApprovalStepKind.Concur, "gesui.manager"), new(2, ApprovalStepKind.Concur, "toshi.manager"), new(3, ApprovalStepKind.Decide, "kosodate.manager"),
    ];

    public static Officer Officer(string id, params string[] posts) => new(id, posts.ToDictionary(p => p, p => $"職 {p}"), []);

    public static Approval Draft(ApprovalStepDraft[]? route = null, Officer? by = null, string[]? items = null) =>
        Started(route ?? Line, by ?? Clerk, items ?? ["2026-000001-1"]).Value;

    public static Result<Approval> Started(ApprovalStepDraft[] route, Officer by, string[] items) => Approval.Start(
        new ApprovalDraft("applications.grant", "児童手当の認定", "kosodate", [.. items.Select(i => new ApprovalItem(i, [new ApprovalFact("月額", "15,000円")]))], route, "基準に適合"),
        by, by.Holds, Noon);

    public static Approval AtConcurrence()
    {
        var approval = Draft(WithConcurrence);
        Assert.False(approval.Endorse(Chief, null, Noon).Refused);
        return approval;
    }

    public static void Done(this Result result) => Assert.Null(result.Refusal?.Code);

    public static void RefusedAs(this Result result, string code) => Assert.Equal(code, result.Refusal?.Code);

    public static void RefusedOn(this Result result, params string[] fields) => Assert.Equal(fields, result.Refusal?.Fields.Select(f => f.Field));

    public static ApprovalStepState[] States(this Approval approval) => [.. approval.Steps.Select(s => s.State)];
}
