using System.Text.Json;
using Madoguchi.Directory.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Histories;

/// <summary>A line of a history as shown. To residents the actor is the division, never the officer.</summary>
internal sealed record HistoryLine(DateTime At, PersonRef Actor, PersonRef? OnBehalfOf, string Kind, string? Note, bool Public, JsonElement Details);

/// <summary>Reads the history of a matter the caller was shown: residents see public lines only.</summary>
[Anyone]
internal sealed class HistoryReader(ApplicationsDb db, IDirectory directory, Actor actor, Localizer text)
{
    public async Task<IReadOnlyList<HistoryLine>> RunAsync(Application application, CancellationToken stop = default)
    {
        var lines = await db.Events.AsNoTracking().Where(e => e.ApplicationId == application.Id && (actor.IsStaff || e.Public))
            .OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(stop);
        var names = directory.NamesOf(lines.Where(l => l.ActorKind == ActorKind.Staff).Select(l => l.ActorId).Distinct());
        return [.. lines.Select(l => new HistoryLine(
            l.At, ActorOf(l, application, names), l.OnBehalfOf is null ? null : new PersonRef(l.OnBehalfOf, application.ApplicantName, null), l.Kind, l.Note, l.Public,
            JsonSerializer.Deserialize<JsonElement>(l.Data)))];
    }

    private PersonRef ActorOf(ApplicationEvent line, Application application, IReadOnlyDictionary<string, PersonRef> names) => line.ActorKind switch
    {
        ActorKind.Staff when actor.IsStaff => names.GetValueOrDefault(line.ActorId) ?? new PersonRef(line.ActorId, line.ActorId, null),
        ActorKind.Resident => new PersonRef(line.ActorId, application.ApplicantName, null),
        ActorKind.System when actor.IsStaff => new PersonRef("system", text["applications.bySystem"].ToString(), null),
        _ => new PersonRef(application.Division, directory.Division(application.Division)?.Name ?? application.Division, null),
    };
}
