using Madoguchi.Messaging.Contracts;

namespace Madoguchi.Messaging.Resend;

/// <summary>Sends again what the outbox has given up.</summary>
internal sealed class ResendUndelivered(DeadLetters letters, Actor actor, AuditTrail audit)
{
    public async Task<Result> RunAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        actor.Require(MessagingPermissions.Resend);
        if (ids.Count == 0) return Refusal.Invalid(new FieldError("Letters", "letters-to-resend"));

        await letters.ReviveAsync(ids, stop);
        foreach (var id in ids) audit.Record("messaging.resend", "outbox", id.ToString());
        return Result.Ok;
    }
}
