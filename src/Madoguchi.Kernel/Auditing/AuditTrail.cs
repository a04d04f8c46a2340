using System.Text.Json;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Time;

namespace Madoguchi.Kernel.Auditing;

/// <summary>Writes who did what into <c>kernel_audit</c>, in the transaction of the act. Details hold no personal data beyond what the act needs.</summary>
public sealed class AuditTrail
{
    private readonly Database database;
    private readonly Actor actor;
    private readonly TimeProvider clock;
    private readonly ViewAudit views;

    internal AuditTrail(Database database, Actor actor, TimeProvider clock, ViewAudit views) =>
        (this.database, this.actor, this.clock, this.views) = (database, actor, clock, views);

    /// <param name="action">What was done, such as <c>applications.accept</c>.</param>
    /// <param name="subjectKind">Kind of the thing, such as <c>application</c>.</param>
    /// <param name="subjectId">Its public id, such as the intake number.</param>
    /// <param name="details">Further facts, written as JSON.</param>
    public void Record(string action, string subjectKind, string subjectId, object? details = null)
    {
        var row = Row(action, subjectKind, subjectId, details);
        database.Append(row);
        database.Append(new PendingAudit { AuditId = row.Id });
    }

    /// <summary>A view of personal data by somebody else: buffered, durable within a second.</summary>
    /// <param name="subjectKind">Kind of the thing seen.</param>
    /// <param name="subjectId">Its public id.</param>
    /// <param name="details">Further facts, written as JSON.</param>
    /// <param name="concerns">The resident's account whose data was seen, who may learn of it (<see cref="Looks"/>); null when there is none.</param>
    public void Viewed(string subjectKind, string subjectId, object? details = null, string? concerns = null) =>
        views.Add(Row("view", subjectKind, subjectId, details, concerns));

    private AuditRow Row(string action, string subjectKind, string subjectId, object? details, string? concerns = null) => new()
    {
        Id = Guid.CreateVersion7(),
        At = clock.Now(),
        ActorKind = EnumText.Of(actor.Kind),
        ActorId = actor.Id,
        Action = action,
        SubjectKind = subjectKind,
        SubjectId = subjectId,
        Details = details is null ? "{}" : JsonSerializer.Serialize(details, JsonText.Options),
        Concerns = actor.Facts.Discreet ? null : concerns,
    };
}
