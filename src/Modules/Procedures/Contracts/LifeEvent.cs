using Madoguchi.Procedures.LifeEvents;

namespace Madoguchi.Procedures.Contracts;

/// <summary>When a step is due: まず, 14日以内, 1か月以内, 落ち着いたら.</summary>
public enum StepPhase { First, Within14Days, Within1Month, Later }

/// <summary>What a life event is called and where it is.</summary>
public sealed record LifeEventCard(string Slug, Phrase Title);

/// <summary>A life event: a few questions, and steps that follow from the answers.</summary>
public sealed class LifeEvent
{
    /// <summary>Name in addresses, such as <c>okuyami</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>What it is called.</summary>
    public required Phrase Title { get; init; }

    /// <summary>What residents get here, in one or two sentences.</summary>
    public required Phrase Summary { get; init; }

    /// <summary>Codes of life events, as procedures carry them.</summary>
    public required IReadOnlyList<string> LifeEvents { get; init; }

    /// <summary>Who keeps the file up to date.</summary>
    public required string Owner { get; init; }

    /// <summary>When the file was last compared with the law.</summary>
    public required DateOnly LastChecked { get; init; }

    /// <summary>要確認: what the city must check.</summary>
    public required IReadOnlyList<string> Unverified { get; init; }

    /// <summary>The questions: a form of one page.</summary>
    public required Form Form { get; init; }

    /// <summary>The questions in order.</summary>
    public IReadOnlyList<Question> Questions => Form.Pages[0].Questions;

    internal IReadOnlyList<LifeStep> Steps { get; init; } = [];

    /// <summary>For each slot of the form the slots its visibility depends on.</summary>
    internal IReadOnlyList<IReadOnlySet<int>> VisibleBy { get; init; } = [];

    /// <summary>The conditions as they are written, for finding the values they tell apart.</summary>
    internal IReadOnlyList<JsonElement> Conditions { get; init; } = [];
}

/// <summary>What to do, or what is wrong with the answers (then there are no steps).</summary>
public sealed record LifeEventPlan(IReadOnlyList<FieldError> Errors, IReadOnlyList<PlannedStep> Steps)
{
    /// <summary>Whether the answers could be judged.</summary>
    public bool Valid => Errors.Count == 0;
}

/// <summary>One thing to do: a procedure of this city hall, or something elsewhere.</summary>
public sealed record PlannedStep
{
    /// <summary>Id of the rule; of the first one when several yield the same.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Phrase Title { get; init; }

    /// <summary>The procedure to start here; null when it is done elsewhere.</summary>
    public ProcedureEdition? Procedure { get; init; }

    /// <summary>Where to go; null for a procedure.</summary>
    public Office? Where { get; init; }

    /// <summary>When.</summary>
    public required StepPhase Phase { get; init; }

    /// <summary>Why it applies: one sentence for each rule that yields it.</summary>
    public required IReadOnlyList<Phrase> Why { get; init; }

    /// <summary>Until when; null when nothing sets a limit.</summary>
    public PlannedDeadline? Deadline { get; init; }

    /// <summary>What to bring or have at hand.</summary>
    public required IReadOnlyList<PlannedDocument> Documents { get; init; }

    /// <summary>What it costs, when known.</summary>
    public Phrase? Fee { get; init; }

    /// <summary>Answers the procedure's form would accept, taken from here: question id → value.</summary>
    public required JsonObject Carried { get; init; }
}

/// <summary>Until when. <c>Day</c> is null when the day it counts from is not known; <c>Law</c> names what sets it.</summary>
public sealed record PlannedDeadline(DateOnly? Day, Phrase Text, string? Law, bool Passed);

/// <summary>Something to bring. <c>Who</c>: who needs it; null = everybody.</summary>
public sealed record PlannedDocument(Phrase Title, Phrase? Who, Phrase? Text);

/// <summary>A counter or office, of the city or not.</summary>
public sealed record Office(Phrase Name, string? Telephone, Phrase? Hours, string? Url);
