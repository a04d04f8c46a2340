using System.Text.Json;

namespace Madoguchi.Applications.Histories;

/// <summary>The one place that writes what happened: the line of the history, the audit row that points to it, and the message to whoever listens.</summary>
internal sealed class History(Database database, AuditTrail audit, EventBus events, Actor actor, TimeProvider clock)
{
    public async Task RecordAsync<TFact>(Application application, TFact fact, CancellationToken stop = default) where TFact : IApplicationFact
    {
        var line = new ApplicationEvent
        {
            Id = Guid.CreateVersion7(),
            ApplicationId = application.Id,
            At = clock.Now(),
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            OnBehalfOf = actor.Kind == ActorKind.Staff && fact.Kind == "arrived" ? application.Account : null,
            Kind = fact.Kind,
            Note = fact.Note,
            Data = fact.Details is { } details ? JsonSerializer.Serialize(details, JsonText.Options) : "{}",
            Public = fact.Public,
        };
        database.Append(line);
        audit.Record($"applications.{fact.Kind}", "application", application.IntakeNumber, new { Event = line.Id });
        await events.RaiseAsync(fact, stop);
    }
}
