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
    public async Task<IReadOnlyList<HistoryLine>> RunAsync(Application application, CancellationToken stop = default) =>
        [.. (await OfManyAsync([application], stop))[application.Id]];

    /// <summary>The histories of several matters, by the matter's id.</summary>
    public async Task<ILookup<Guid, HistoryLine>> OfManyAsync(IReadOnlyCollection<Application> applications, CancellationToken stop)
    {
        var byId = applications.ToDictionary(a => a.Id);
        var ids = byId.Keys.ToList();
        var lines = await db.Events.AsNoTracking().Where(e => ids.Contains(e.ApplicationId) && (actor.IsStaff || e.Public))
            .OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(stop);
        var names = directory.NamesOf(lines.Where(l => l.ActorKind == ActorKind.Staff).Select(l => l.ActorId).Distinct());
        return lines.ToLookup(l => l.ApplicationId, l => LineOf(l, byId[l.ApplicationId], names));
    }

    private HistoryLine LineOf(ApplicationEvent line, Application application, IReadOnlyDictionary<string, PersonRef> names) => new(
        line.At, ActorOf(line, application, names), line.OnBehalfOf is null ? null : new PersonRef(line.OnBehalfOf, application.ApplicantName, null), line.Kind, line.Note, line.Public,
        JsonSerializer.Deserialize<JsonElement>(line.Data));

    private PersonRef ActorOf(ApplicationEvent line, Application application, IReadOnlyDictionary<string, PersonRef> names) => line.ActorKind switch
    {
        ActorKind.Staff when actor.IsStaff => names.GetValueOrDefault(line.ActorId) ?? new PersonRef(line.ActorId, line.ActorId, null),
        ActorKind.Resident => new PersonRef(line.ActorId, application.ApplicantName, null),
        ActorKind.System when actor.IsStaff => new PersonRef("system", text["applications.bySystem"].ToString(), null),
        _ => new PersonRef(application.Division, directory.Division(application.Division)?.Name ?? application.Division, null),
    };
}
