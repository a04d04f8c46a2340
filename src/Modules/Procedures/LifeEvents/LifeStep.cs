namespace Madoguchi.Procedures.LifeEvents;

/// <summary>A rule of a life event: when it applies, and what is then to do.</summary>
internal sealed record LifeStep(string Id, StepPhase Phase, Phrase Why, IReadOnlyList<PlannedDocument> Documents)
{
    public ProcedureEdition? Procedure { get; init; }

    public Errand? Elsewhere { get; init; }

    /// <summary>Null = always.</summary>
    public Expression? When { get; init; }

    /// <summary>The questions the condition reads.</summary>
    public IReadOnlySet<int> Slots { get; init; } = FrozenSet<int>.Empty;

    public StepDeadline? Deadline { get; init; }

    public Phrase? Fee { get; init; }

    public IReadOnlyList<Carry> Carries { get; init; } = [];

    /// <summary>The same thing to do has the same name, whichever rule yields it.</summary>
    public string Name => Procedure?.Slug ?? $"{Elsewhere!.OfficeName} {Elsewhere.Title}";
}

/// <summary>Something done elsewhere; <c>OfficeName</c> is the name in the vocabulary.</summary>
internal sealed record Errand(Phrase Title, string OfficeName, Office Where);

/// <summary>An answer of the finder that goes over into a question of the procedure's form.</summary>
internal sealed record Carry(string Question, Func<Scope, JsonNode?> Value);

/// <summary>A deadline: so long after a day, or only in words. <c>Fixed</c>: closed days do not move it.</summary>
internal sealed record StepDeadline(Phrase Text, string? Law, Expression? From, int Amount, char Unit, bool FirstDayCounts, bool Fixed)
{
    public PlannedDeadline On(Scope scope, BusinessCalendar calendar)
    {
        DateOnly? day = From?.Evaluate(scope) is { IsAbsent: false } from ? LastDay(from.Date) : null;
        if (!Fixed && day is { } last) day = calendar.OpenOnOrAfter(last);
        return new PlannedDeadline(day, Text, Law, day < scope.Today);
    }

    // 民法140条・143条: the first day is not counted unless the law says so; months end the day before the day that corresponds.
    private DateOnly LastDay(DateOnly from)
    {
        var start = FirstDayCounts ? from : from.AddDays(1);
        if (Unit == 'd') return start.AddDays(Amount - 1);
        var corresponding = start.AddMonths(Unit == 'y' ? Amount * 12 : Amount);
        return corresponding.Day < start.Day ? corresponding : corresponding.AddDays(-1);
    }
}
