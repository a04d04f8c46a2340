using System.Text.Json.Serialization;

namespace Madoguchi.Approvals.Contracts;

/// <summary>起案: what is to be decided, about which items, over which route.</summary>
/// <param name="Kind">The drafting module's own word for the decision, such as <c>applications.grant</c>; ≤ 64 characters. Comes back in every event.</param>
/// <param name="Subject">件名; ≤ 200 characters.</param>
/// <param name="Division">Code of the drafting division.</param>
/// <param name="Items">What is decided: one, or a list (一覧起案). Never empty.</param>
/// <param name="Route">In step order; the last is the only <see cref="ApprovalStepKind.Decide"/>; a step number is shared by <see cref="ApprovalStepKind.Concur"/> only.</param>
/// <param name="Reason">起案理由.</param>
public sealed record ApprovalDraft(
    string Kind, string Subject, string Division, IReadOnlyList<ApprovalItem> Items, IReadOnlyList<ApprovalStepDraft> Route, string Reason);

/// <summary>One step of a route.</summary>
/// <param name="Step">1, 2, 3 …</param>
/// <param name="Post">Code of a post, such as <c>kosodate.chief</c>.</param>
public sealed record ApprovalStepDraft(int Step, ApprovalStepKind Kind, string Post);

/// <summary>One thing decided, frozen as it was drafted.</summary>
/// <param name="Id">受付番号.</param>
/// <param name="Facts">What the approver reads.</param>
public sealed record ApprovalItem(string Id, IReadOnlyList<ApprovalFact> Facts);

/// <summary>A line the approver reads: 「支給月額」「15,000円」.</summary>
/// <param name="Href">Where there is more to see, such as <c>~/staff/studio/…</c>; who may open it is for that page to say.</param>
public sealed record ApprovalFact(string Label, string Value, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Href = null);
