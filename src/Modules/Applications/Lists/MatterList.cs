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
internal sealed class MatterList(Database database, Actor actor, TimeProvider clock)
{
    private static readonly string[] OpenStates =
        [.. new[] { ApplicationStatus.Arrived, ApplicationStatus.UnderReview, ApplicationStatus.CorrectionRequested, ApplicationStatus.AwaitingDecision }.Select(EnumText.Of)];

    /// <summary>The lines the actor may see and, when there are more, the cursor of the next page.</summary>
    public async Task<(IReadOnlyList<ListLine> Lines, string? Next)> RunAsync(ListQuery query, CancellationToken stop = default)
    {
        if (actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
        var limit = PageLimit.Of(query.Limit);
        var rows = Narrow(new MatterRows(database).VisibleTo(actor).Holding(query.Q, database.IsPostgres), query);
        var sort = query.Sort ?? "-arrivedAt";
        var (descending, byArrival) = (sort.StartsWith('-'), sort.TrimStart('-') switch { "arrivedAt" => true, "dueOn" => false, _ => throw new RefusedException(Refusal.Malformed) });
        var after = Cursor.Parse(query.After) is { } seen ? (byArrival ? (object)seen.Time : seen.Day, seen.Id) : ((object, Guid)?)null;
        var lines = await rows.ReadAsync(byArrival ? "arrived_at" : "due_on", descending, after, limit + 1, stop);
        if (lines.Count <= limit) return (lines, null);
        lines.RemoveAt(limit);
        return (lines, byArrival ? Cursor.Of(lines[^1].ArrivedAt, lines[^1].Id) : Cursor.Of(lines[^1].DueOn, lines[^1].Id));
    }

    private MatterRows Narrow(MatterRows rows, ListQuery query)
    {
        var today = clock.Today();
        if (query.Procedure is { Length: > 0 } procedure) rows.Where("procedure = {0}", procedure);
        if (query.Division is { Length: > 0 } division) rows.Where("division = {0}", division);
        // Who works on a matter is never named to residents, nor to be guessed by asking.
        if (actor.IsStaff && query.Assignee is { Length: > 0 } assignee) rows.Where("assignee = {0}", assignee);
        if (query.ArrivedFrom is { } from) rows.Where("arrived_at >= {0}", JapaneseDate.UtcOf(from, default));
        if (query.ArrivedTo is { } to && to < DateOnly.MaxValue) rows.Where("arrived_at < {0}", JapaneseDate.UtcOf(to.AddDays(1), default));
        if (query.Open) rows.In("status", OpenStates);
        if (query.Status is { Length: > 0 }) WithStatus(rows, query.Status);
        return query.Due switch
        {
            null or "" => rows,
            "overdue" => rows.In("status", OpenStates).Where("due_on < {0}", today),
            "soon" => rows.In("status", OpenStates).Where("due_on >= {0} and due_on <= {1}", today, today.AddDays(3)),
            _ => throw new RefusedException(Refusal.Malformed),
        };
    }

    // A resident must not learn of a decision by filtering for it.
    private void WithStatus(MatterRows rows, string text)
    {
        var status = EnumText.Parse<ApplicationStatus>(text) ?? throw new RefusedException(Refusal.Malformed);
        var (asked, decided) = (EnumText.Of(status), EnumText.Of(ApplicationStatus.Decided));
        if (actor.IsStaff || status is not (ApplicationStatus.Decided or ApplicationStatus.AwaitingDecision)) rows.Where("status = {0}", asked);
        else if (status == ApplicationStatus.Decided) rows.Where("status = {0} and notified_at is not null", asked);
        else rows.Where("(status = {0} or (status = {1} and notified_at is null))", asked, decided);
    }
}
