using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Approvals.Domain;

internal static class Route
{
    /// <summary>One decision, at the end; step numbers rise; only concurrences stand side by side; no post twice.</summary>
    public static bool IsValid(IReadOnlyList<ApprovalStepDraft> route)
    {
        if (route.Count == 0 || route.Any(s => s.Step < 1 || string.IsNullOrWhiteSpace(s.Post))) return false;
        if (route.Select(s => s.Post).Distinct().Count() != route.Count) return false;
        if (route.Count(s => s.Kind == ApprovalStepKind.Decide) != 1 || route.MaxBy(s => s.Step)!.Kind != ApprovalStepKind.Decide) return false;
        return route.GroupBy(s => s.Step).All(same => same.Count() == 1 || same.All(s => s.Kind == ApprovalStepKind.Concur));
    }
}
