using System.Text.Json;
using Madoguchi.Applications.Review;
using Madoguchi.Approvals.Contracts;

namespace Madoguchi.Applications.Decisions;

/// <summary>起案: drafts the decision of one matter. With an empty route (包括専決) it takes effect at once.</summary>
internal sealed class Propose(Matters matters, Actor actor, Drafting drafting, IApprovals approvals, Deciding deciding)
{
    internal sealed record Input(string? Disposition = null, string? Reason = null, string? Conditions = null, JsonElement? Result = null);

    public async Task<Result<Application>> RunAsync(string number, Input input, CancellationToken stop = default)
    {
        var application = await matters.ToActOnAsync(number, stop);
        actor.Require(ApplicationsPermissions.Propose, application.Division);
        var drafted = await drafting.DraftAsync(application, input, stop);
        if (drafted.Refused) return drafted.Refusal;

        var edition = drafted.Value;
        if (edition.Route.Count == 0)
            return await deciding.DecideAsync(application, edition, stop) is { Refused: true } unready ? unready.Refusal : application;

        var subject = $"{edition.Title.Ja}（{application.IntakeNumber}）{edition.Dispositions[application.Disposition!].Label.Ja}";
        var started = await approvals.StartAsync(
            new ApprovalDraft(Drafting.ApprovalKind, subject, application.Division, [Drafting.ItemOf(application, edition)], Drafting.RouteOf(edition), application.Reason!), stop);
        return started.Refused ? started.Refusal : application;
    }
}

/// <summary>一覧起案: one approval for many matters of one procedure, each with its own computed result.</summary>
internal sealed class ProposeList(Matters matters, Actor actor, Drafting drafting, IApprovals approvals)
{
    /// <param name="Versions">Of each matter as the officer saw it, in the order of the numbers; null where nobody looked at a page.</param>
    internal sealed record Input(string[]? IntakeNumbers = null, string? Disposition = null, string? Reason = null, string? Title = null, long[]? Versions = null);

    public async Task<Result<Guid>> RunAsync(Input input, CancellationToken stop = default)
    {
        var title = Words.Of(input.Title, "title", 200);
        if (title.Refused) return title.Refusal;
        var numbers = (input.IntakeNumbers ?? []).Distinct().ToList();
        if (numbers.Count is 0 or > 500) return Refusal.Invalid(new FieldError("intakeNumbers", "count", ("min", 1), ("max", 500)));

        if (input.Versions is { } versions && versions.Length != numbers.Count) return Refusal.Malformed;
        var seen = input.Versions is null ? null : numbers.Zip(input.Versions).ToDictionary(p => p.First, p => p.Second);
        var items = new List<ApprovalItem>();
        ProcedureEdition? first = null;
        foreach (var application in await matters.ManyToActOnAsync(numbers, stop))
        {
            actor.Require(ApplicationsPermissions.Propose, application.Division);
            if (seen is not null && seen[application.IntakeNumber] != application.Version) return Refusals.MatterChanged(application.IntakeNumber);
            var drafted = await drafting.DraftAsync(application, new Propose.Input(input.Disposition, input.Reason), stop);
            if (drafted.Refused) return drafted.Refusal with { Arguments = [.. drafted.Refusal.Arguments, ("number", application.IntakeNumber)] };
            first ??= drafted.Value;
            if (drafted.Value.Slug != first.Slug || first.Route.Count == 0) return Refusals.DifferentProcedures;
            items.Add(Drafting.ItemOf(application, drafted.Value));
        }

        var started = await approvals.StartAsync(new ApprovalDraft(Drafting.ApprovalKind, title.Value, first!.Division, items, Drafting.RouteOf(first), input.Reason!), stop);
        return started;
    }
}
