using Madoguchi.Approvals.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Decisions;

/// <summary>What an approval does to its matters: decided ones go on to their notices, all others return to the review.</summary>
internal sealed class ApprovalHandlers(ApplicationsDb db, IProcedures procedures, Deciding deciding, History history)
    : IHandle<ApprovalDecided>, IHandle<ApprovalReturned>, IHandle<ApprovalRejected>, IHandle<ApprovalRecalled>, IHandle<ApprovalItemRemoved>
{
    public async ValueTask HandleAsync(ApprovalDecided happened, CancellationToken stop)
    {
        foreach (var application in await LoadAsync(happened.Kind, happened.Items, stop))
        {
            var edition = procedures.Edition(application.Procedure, application.ProcedureEdition)!;
            if (await deciding.DecideAsync(application, edition, stop) is { Refused: true } no) throw new RefusedException(no.Refusal);
        }
    }

    public ValueTask HandleAsync(ApprovalReturned happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Items, "returned", happened.Reason, stop);

    public ValueTask HandleAsync(ApprovalRejected happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Items, "rejected", happened.Reason, stop);

    public ValueTask HandleAsync(ApprovalRecalled happened, CancellationToken stop) => BackAsync(happened.Kind, happened.Items, "recalled", happened.Reason, stop);

    public ValueTask HandleAsync(ApprovalItemRemoved happened, CancellationToken stop) => BackAsync(happened.Kind, [happened.Item], "removed", happened.Reason, stop);

    private async ValueTask BackAsync(string kind, IReadOnlyList<string> items, string how, string? reason, CancellationToken stop)
    {
        foreach (var application in await LoadAsync(kind, items, stop))
            if (!application.EndProposal().Refused) await history.RecordAsync(application, new ProposalEnded(application.IntakeNumber, how, reason), stop);
    }

    // The approval itself was open to the actor; its matters may be of another division (合議).
    private async Task<List<Application>> LoadAsync(string kind, IReadOnlyList<string> items, CancellationToken stop) =>
        kind == Drafting.ApprovalKind ? await db.All.Where(a => items.Contains(a.IntakeNumber)).ToListAsync(stop) : [];
}
