namespace Madoguchi.Procedures.Catalogue;

/// <summary>受付の停止: a procedure from which nothing new is taken, whatever its edition says.</summary>
internal sealed class StopRow
{
    public required string Slug { get; init; }

    public required DateTime StoppedAt { get; init; }

    /// <summary>Id of the staff member.</summary>
    public required string StoppedBy { get; init; }
}
