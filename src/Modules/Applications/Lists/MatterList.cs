using Madoguchi.Directory.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Applications.Lists;

/// <summary>What a list is asked for; every part may be left out.</summary>
internal sealed record ListQuery
{
    public string? Procedure { get; init; }

    public string? Status { get; init; }

    public string? Division { get; init; }

    public string? Assignee { get; init; }

    public DateOnly? ArrivedFrom { get; init; }

    public DateOnly? ArrivedTo { get; init; }

    /// <summary>Only what is not finished yet.</summary>
    public bool Open { get; init; }

    /// <summary><c>overdue</c> or <c>soon</c> (within three days).</summary>
    public string? Due { get; init; }

    public string? Q { get; init; }

    /// <summary><c>arrivedAt</c>, <c>-arrivedAt</c> (default), <c>dueOn</c>, <c>-dueOn</c>.</summary>
    public string? Sort { get; init; }

    public int Limit { get; init; } = 50;

    public string? After { get; init; }
}

/// <summary>A line of a list: no answers, so that a list shows no more than it needs.</summary>
internal sealed record ListLine(
    Guid Id, string IntakeNumber, string Procedure, int ProcedureEdition, Nature Nature, ApplicationStatus Status, string? Phase, DateTime ArrivedAt, DateTime RegisteredAt,
    Channel Channel, string? Account, string ApplicantName, string ApplicantKana, string Division, string? Assignee, DateOnly PromisedOn, DateOnly DueOn, NoticeBy NoticeBy,
    DateTime? NotifiedAt, string? Disposition, bool Demo, long Version);

/// <summary>The lists of matters: filtered, searched, sorted, paged by key; never counted.</summary>
[Anyone]
internal sealed class MatterList(ApplicationsDb db, MatterSearch search, Actor actor, TimeProvider clock)
{
    /// <summary>The lines the actor may see and, when there are more, the cursor of the next page.</summary>
    public async Task<(IReadOnlyList<ListLine> Lines, string? Next)> RunAsync(ListQuery query, CancellationToken stop = default)
    {
        if (actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        var limit = query.Limit is >= 1 and <= 200 ? query.Limit : throw new RefusedException(new Refusal("malformed", RefusalKind.Malformed));
        var matters = Filter(db.VisibleTo(actor, search.Find(query.Q)).AsNoTracking(), query);
        var (sorted, cursorOf) = Sort(matters, query.Sort ?? "-arrivedAt", Cursor.Parse(query.After));
        var lines = await Lines(sorted.Take(limit + 1)).ToListAsync(stop);
        if (lines.Count <= limit) return (lines, null);
        lines.RemoveAt(limit);
        return (lines, cursorOf(lines[^1]));
    }

    private IQueryable<Application> Filter(IQueryable<Application> matters, ListQuery query)
    {
        var today = clock.Today();
        if (query.Procedure is { Length: > 0 } procedure) matters = matters.Where(a => a.Procedure == procedure);
        if (query.Division is { Length: > 0 } division) matters = matters.Where(a => a.Division == division);
        if (query.Assignee is { Length: > 0 } assignee) matters = matters.Where(a => a.Assignee == assignee);
        if (query.ArrivedFrom is { } from)
        {
            var start = JapaneseDate.UtcOf(from, default);
            matters = matters.Where(a => a.ArrivedAt >= start);
        }

        if (query.ArrivedTo is { } to && to < DateOnly.MaxValue)
        {
            var end = JapaneseDate.UtcOf(to.AddDays(1), default);
            matters = matters.Where(a => a.ArrivedAt < end);
        }

        if (query.Open) matters = Open(matters);
        if (query.Status is { Length: > 0 }) matters = WithStatus(matters, query.Status);
        return query.Due switch
        {
            null or "" => matters,
            "overdue" => Open(matters).Where(a => a.DueOn < today),
            "soon" => Open(matters).Where(a => a.DueOn >= today && a.DueOn <= today.AddDays(3)),
            _ => throw new RefusedException(new Refusal("malformed", RefusalKind.Malformed)),
        };
    }

    // A resident must not learn of a decision by filtering for it.
    private IQueryable<Application> WithStatus(IQueryable<Application> matters, string text)
    {
        var status = EnumText.Parse<ApplicationStatus>(text) ?? throw new RefusedException(new Refusal("malformed", RefusalKind.Malformed));
        if (actor.IsStaff || status is not (ApplicationStatus.Decided or ApplicationStatus.AwaitingDecision)) return matters.Where(a => a.Status == status);
        return status == ApplicationStatus.Decided
            ? matters.Where(a => a.Status == status && a.NotifiedAt != null)
            : matters.Where(a => a.Status == status || (a.Status == ApplicationStatus.Decided && a.NotifiedAt == null));
    }

    private static IQueryable<Application> Open(IQueryable<Application> matters) => matters.Where(a =>
        a.Status == ApplicationStatus.Arrived || a.Status == ApplicationStatus.UnderReview || a.Status == ApplicationStatus.CorrectionRequested || a.Status == ApplicationStatus.AwaitingDecision);

    private static (IQueryable<Application>, Func<ListLine, string>) Sort(IQueryable<Application> matters, string sort, Cursor? after) => sort switch
    {
        "arrivedAt" => (matters.PageBy(a => a.ArrivedAt, a => a.Id, after?.Time, after?.Id, descending: false), ByArrival),
        "-arrivedAt" => (matters.PageBy(a => a.ArrivedAt, a => a.Id, after?.Time, after?.Id, descending: true), ByArrival),
        "dueOn" => (matters.PageBy(a => a.DueOn, a => a.Id, after?.Day, after?.Id, descending: false), ByDue),
        "-dueOn" => (matters.PageBy(a => a.DueOn, a => a.Id, after?.Day, after?.Id, descending: true), ByDue),
        _ => throw new RefusedException(new Refusal("malformed", RefusalKind.Malformed)),
    };

    private static string ByArrival(ListLine line) => Cursor.Of(line.ArrivedAt, line.Id);

    private static string ByDue(ListLine line) => Cursor.Of(line.DueOn, line.Id);

    private static IQueryable<ListLine> Lines(IQueryable<Application> matters) => matters.Select(a => new ListLine(
        a.Id, a.IntakeNumber, a.Procedure, a.ProcedureEdition, a.Nature, a.Status, a.Phase, a.ArrivedAt, a.RegisteredAt, a.Channel, a.Account, a.ApplicantName, a.ApplicantKana,
        a.Division, a.Assignee, a.PromisedOn, a.DueOn, a.NoticeBy, a.NotifiedAt, a.Disposition, a.Demo, a.Version));
}
