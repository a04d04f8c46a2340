namespace Madoguchi.Procedures.Contracts;

/// <summary>What the catalogue shows of a procedure's current edition. Cards of all procedures are in memory, whole editions only as they are asked for.</summary>
public sealed class ProcedureCard
{
    /// <summary>Name in addresses, such as <c>jido-teate-nintei</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>1, 2, 3 … per slug; an application keeps its edition.</summary>
    public required int Number { get; init; }

    /// <summary>What the procedure is called.</summary>
    public required Phrase Title { get; init; }

    /// <summary>Reading of the title.</summary>
    public required string Kana { get; init; }

    /// <summary>What it is for, in one or two sentences.</summary>
    public required Phrase Summary { get; init; }

    /// <summary>What it is in law.</summary>
    public required Nature Nature { get; init; }

    /// <summary>Code of the division in charge.</summary>
    public required string Division { get; init; }

    /// <summary>person, business.</summary>
    public required IReadOnlyList<string> Audience { get; init; }

    /// <summary>Codes of life events.</summary>
    public required IReadOnlyList<string> LifeEvents { get; init; }

    /// <summary>Words residents type.</summary>
    public required IReadOnlyList<string> Keywords { get; init; }

    /// <summary>処理期間.</summary>
    public required Period Period { get; init; }

    /// <summary>What it costs.</summary>
    public required Fee Fee { get; init; }

    /// <summary>受付の開始 (UTC); null = open already.</summary>
    public DateTime? OpensAt { get; init; }

    /// <summary>受付の終了 (UTC), the first instant that is too late; null = open-ended.</summary>
    public DateTime? ClosesAt { get; init; }

    /// <summary>様式番号.</summary>
    public string? FormNumber { get; init; }

    /// <summary>When the definition was last compared with the law; null in cards from before it was kept.</summary>
    public DateOnly? LastChecked { get; init; }

    /// <summary>Whether something may arrive now.</summary>
    public bool IsOpen(DateTime at) => !(at < OpensAt) && !(at >= ClosesAt);
}
