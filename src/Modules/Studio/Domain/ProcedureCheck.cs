namespace Madoguchi.Studio.Domain;

/// <summary>点検: an officer compared a published procedure with law and practice and found that it may stay as it is.</summary>
internal sealed class ProcedureCheck
{
    public const int LongestNote = 400;

    public Guid Id { get; init; }

    public required string Slug { get; init; }

    /// <summary>The edition that was looked at.</summary>
    public int Number { get; init; }

    public DateTime CheckedAt { get; init; }

    public required string CheckedBy { get; init; }

    public string? Note { get; init; }
}
