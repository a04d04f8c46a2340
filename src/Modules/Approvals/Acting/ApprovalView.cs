using Madoguchi.Approvals.Contracts;
using Madoguchi.Approvals.Domain;
using Madoguchi.Directory.Contracts;

namespace Madoguchi.Approvals.Acting;

/// <summary>An approval as the API and the lists show it.</summary>
/// <param name="Application">The first item's 受付番号.</param>
internal record ApprovalView(
    Guid Id, string Subject, string Kind, string Reason, DivisionRef Division, PersonRef Drafter, string? Application, IReadOnlyList<string> Applications,
    IReadOnlyList<StepView> Route, ApprovalState State, DateTime StartedAt, DateTime? ClosedAt, long Version);

/// <summary>The whole resource: with what is decided and everything done about it.</summary>
internal sealed record WholeApprovalView : ApprovalView
{
    public WholeApprovalView(ApprovalView top, IReadOnlyList<ItemView> items, IReadOnlyList<ActView> acts) : base(top) => (Items, Acts) = (items, acts);

    public IReadOnlyList<ItemView> Items { get; }

    public IReadOnlyList<ActView> Acts { get; }
}

/// <param name="Post">Code of the post asked.</param>
/// <param name="PostName">「子育て支援課 係長」.</param>
/// <param name="ActedFor">代決.</param>
/// <param name="PostReviewedAt">後閲; null while it is awaited.</param>
internal sealed record StepView(
    int Step, ApprovalStepKind Kind, string Post, string PostName, PersonRef? Actor, ApprovalStepState State, DateTime? At, string? Comment,
    bool ActedFor, DateTime? PostReviewedAt);

/// <param name="RemovedAt">When it was taken out of the list; null while it is on.</param>
internal sealed record ItemView(string IntakeNumber, IReadOnlyList<ApprovalFact> Facts, DateTime? RemovedAt, string? RemovedReason);

internal sealed record ActView(
    string Verb, PersonRef Actor, DateTime At, int? Step, string? ForPost, string? IntakeNumber, string? Comment, string ContentSha256);

/// <summary>Makes views of approvals, with names and posts put in.</summary>
internal sealed class ApprovalViews(Officers officers)
{
    public IReadOnlyList<ApprovalView> Of(IReadOnlyCollection<Approval> approvals)
    {
        var names = officers.NamesOf(approvals.SelectMany(PeopleOf).Distinct());
        return [.. approvals.Select(a => Of(a, names))];
    }

    public WholeApprovalView Whole(Approval approval)
    {
        var names = officers.NamesOf(PeopleOf(approval).Concat(approval.Acts.Select(x => x.ActorId)).Distinct());
        return new WholeApprovalView(
            Of(approval, names),
            [.. approval.Items.Select(i => new ItemView(i.Item, i.ReadFacts(), i.RemovedAt, i.RemovedReason))],
            [.. approval.Acts.Select(x => Of(x, names))]);
    }

    private ApprovalView Of(Approval a, IReadOnlyDictionary<string, PersonRef> names)
    {
        var items = a.ItemIds is { Count: > 0 } on ? on : [.. a.Items.Select(i => i.Item)];
        return new ApprovalView(
            a.Id, a.Subject, a.Kind, a.Reason, officers.DivisionOf(a.Division), Person(a.DrafterId, a.DrafterTitle, names), items.FirstOrDefault(), items,
            [.. a.Steps.Select(s => Of(s, names))], a.State, a.StartedAt, a.ClosedAt, a.Version);
    }

    private StepView Of(RouteStep s, IReadOnlyDictionary<string, PersonRef> names) => new(
        s.Step, s.Kind, s.Post, officers.TitleOf(s.Post), s.ActorId is { } actor ? Person(actor, s.ActorTitle, names) : null, s.State, s.At, s.Comment,
        s.ActedFor, s.PostReviewedAt);

    private static ActView Of(Act x, IReadOnlyDictionary<string, PersonRef> names) =>
        new(Verbs.Of(x.Kind), Person(x.ActorId, x.ActorTitle, names), x.At, x.Step, x.ForPost, x.Item, x.Words, x.ContentSha256);

    // The post is the one held when it was done, not today's; somebody outside the staff (取下げ) stays without a name.
    private static PersonRef Person(string id, string? title, IReadOnlyDictionary<string, PersonRef> names) =>
        names.TryGetValue(id, out var known) ? known with { Post = title ?? known.Post } : new PersonRef(id, "", null);

    private static IEnumerable<string> PeopleOf(Approval a) => a.Steps.Select(s => s.ActorId).OfType<string>().Append(a.DrafterId);
}
