namespace Madoguchi.Procedures.Catalogue;

/// <summary>受付の停止: a procedure from which nothing new is taken, whatever its edition says.</summary>
internal sealed class StopRow
{
    public const int LongestReason = 300;

    /// <summary>English takes more characters, and so does ruby.</summary>
    public const int LongestTranslation = 600;

    public required string Slug { get; init; }

    public required DateTime StoppedAt { get; init; }

    /// <summary>Id of the staff member.</summary>
    public required string StoppedBy { get; init; }

    /// <summary>What residents are told of the cause, in Japanese; null when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>The same in English and in easy Japanese, ruby included; null: the Japanese one is shown.</summary>
    public string? ReasonEn { get; init; }

    public string? ReasonEasy { get; init; }
}
