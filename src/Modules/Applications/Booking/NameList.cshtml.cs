using Madoguchi.Applications.Export;
using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Booking;

/// <summary>名簿 of one session, to print for the door or to take away as CSV.</summary>
internal sealed class NameListPage(SessionLists lists, ExportColumns columns, IDirectory directory, AuditTrail audit, TimeProvider clock) : StaffPage
{
    public ProcedureEdition Edition { get; private set; } = null!;

    public string Session { get; private set; } = "";

    public IReadOnlyList<BookedPlace> People { get; private set; } = [];

    public string City => directory.City.Name;

    public DateTime MadeAt { get; private set; }

    public bool MayExport => Actor.May(ApplicationsPermissions.Export, Edition.Division);

    public string StateOf(BookedPlace place) => Text[$"staff.sessions.state.{EnumText.Of(place.State)}"].ToString();

    public async Task OnGetAsync(string slug, string code, CancellationToken stop)
    {
        Edition = lists.EditionOf(slug);
        Session = code;
        People = await PeopleAsync("names", stop);
        MadeAt = clock.Now();
    }

    /// <summary>What goes out is recorded before the first line leaves.</summary>
    public async Task<IActionResult> OnPostAsync(string slug, string code, CancellationToken stop)
    {
        Edition = lists.EditionOf(slug);
        Actor.Require(ApplicationsPermissions.Export, Edition.Division);
        Session = code;
        People = await PeopleAsync("csv", stop);
        audit.Record("applications.export", "session", $"{slug}/{code}", new { People = People.Count });
        var own = columns.Of(slug).Where(c => c.IsAnswer || c.Key is "number" or "name" or "kana" or "telephone").ToList();
        return new CsvFile(
            $"names-{slug}-{code}",
            [Text["staff.sessions.order"].ToString(), Text["staff.sessions.state"].ToString(), .. own.Select(c => c.Label)],
            People.Select((p, i) => (IReadOnlyList<string?>)[$"{i + 1}", StateOf(p), .. own.Select(c => c.Value(p.Row))]).ToAsyncEnumerable());
    }

    // A session of an edition before this one is still held when somebody booked it.
    private async Task<IReadOnlyList<BookedPlace>> PeopleAsync(string what, CancellationToken stop)
    {
        var people = await lists.PeopleAsync(Edition.Slug, Session, what, stop);
        return people.Count > 0 || Edition.Session(Session) is not null ? people : throw new NotFoundException();
    }
}
