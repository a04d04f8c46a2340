namespace Madoguchi.Insights.Domain;

/// <summary>What is counted on the way through a form.</summary>
internal enum CountKind
{
    /// <summary>A form was begun.</summary>
    Begun,

    /// <summary>Somebody came to the page for the first time.</summary>
    Opened,

    /// <summary>They went on from it.</summary>
    Passed,

    /// <summary>An answer led out of the form: it is not for them.</summary>
    LedOut,

    /// <summary>「次へ」 was pressed with something missing or wrong.</summary>
    Failed,

    /// <summary>One error of a question; the detail is its kind.</summary>
    Error,

    /// <summary>The form was sent; the detail is how long it took.</summary>
    Submitted,
}

/// <summary>One sum: of a procedure, its edition, a day; of no person.</summary>
internal sealed class FormCount
{
    public Guid Id { get; init; }

    public required string Procedure { get; init; }

    public int Edition { get; init; }

    public DateOnly Day { get; init; }

    public CountKind Kind { get; init; }

    /// <summary>Id of the page, key of the question; empty for the whole form.</summary>
    public required string Place { get; init; }

    public required string Detail { get; init; }

    public long Amount { get; init; }
}
