using Madoguchi.DesignSystem.Forms;
using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace Madoguchi.Applications.Lists;

/// <summary>案件の一覧.</summary>
internal sealed class ListPage(MatterList list, ListChoices choices, IProcedures procedures, IDirectory directory, AuditTrail audit, TimeProvider clock) : StaffPage
{
    private const int PageSize = 50;

    private IReadOnlyDictionary<string, PersonRef> names = new Dictionary<string, PersonRef>();

    public ListFilter Filter { get; private set; } = new();

    public IReadOnlyList<ListLine> Lines { get; private set; } = [];

    public string? FirstHref => Filter.After is null ? null : (Filter with { After = null }).Href();

    public string? NextHref { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<Choice> Procedures => choices.Procedures();

    public IReadOnlyList<Choice> Assignees => choices.Assignees();

    public IReadOnlyList<Choice> Divisions => choices.Divisions();

    public IReadOnlyList<Choice> Statuses => choices.Statuses();

    public IReadOnlyList<Choice> Dues => [new("overdue", Text["staff.list.due.overdue"]), new("soon", Text["staff.list.due.soon"])];

    public bool MayPropose { get; private set; }

    public bool MayExport => Actor.May(ApplicationsPermissions.Export);

    public bool MayRegister => Actor.May(ApplicationsPermissions.Register);

    /// <summary>The lists of names, when the one procedure of the list is a booking.</summary>
    public string? SessionsHref => Only is { Booking: not null } booking ? $"~/staff/sessions/{booking.Slug}" : null;

    /// <summary>What its matters answered.</summary>
    public string? AnswersHref => Only is { } only ? $"~/staff/answers/{only.Slug}" : null;

    private ProcedureEdition? Only => Filter.Procedure is { } slug && procedures.Find(slug) is { } edition && Actor.May(ApplicationsPermissions.View, edition.Division) ? edition : null;

    public async Task OnGetAsync([FromQuery] ListFilter filter, CancellationToken stop)
    {
        Actor.Require(ApplicationsPermissions.View);
        Filter = filter;
        Today = clock.Today();
        var query = filter.ToQuery(PageSize);
        (Lines, var next) = await list.RunAsync(query, stop);
        NextHref = next is null ? null : (filter with { After = next }).Href();
        names = directory.NamesOf(Lines.Select(l => l.Assignee).OfType<string>().Distinct());
        MayPropose = Lines.Any(IsProposable);
        audit.Viewed("applications", "list", new { query.Procedure, query.Status, query.Division, query.Q, Lines = Lines.Count });
    }

    public string TitleOf(ListLine line) => procedures.Title(line.Procedure, line.ProcedureEdition)?.Ja ?? line.Procedure;

    public string? PhaseOf(ListLine line) => EditionOf(line)?.Phases.FirstOrDefault(p => p.Id == line.Phase)?.Label.Ja;

    public string? AssigneeOf(ListLine line) => line.Assignee is null ? null : names.GetValueOrDefault(line.Assignee)?.Name;

    public DueWords? DueOf(ListLine line) => OfficeWords.Due(Text, line.Status, line.DueOn, Today);

    /// <summary>Only what is under review can stand in a list to be decided.</summary>
    public bool IsProposable(ListLine line) =>
        line.Status == ApplicationStatus.UnderReview && Actor.May(ApplicationsPermissions.Propose, line.Division) && EditionOf(line) is { Route.Count: > 0, Dispositions.Count: > 0 };

    /// <summary>The same list the other way round.</summary>
    public string SortHref(string key) => (Filter with { Sort = Filter.SortMeant == key ? "-" + key : key, After = null }).Href();

    public string? AriaSort(string key) => Filter.SortMeant == key ? "ascending" : Filter.SortMeant == "-" + key ? "descending" : null;

    private ProcedureEdition? EditionOf(ListLine line) => procedures.Edition(line.Procedure, line.ProcedureEdition);
}
