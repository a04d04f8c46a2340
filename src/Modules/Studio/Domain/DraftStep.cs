namespace Madoguchi.Studio.Domain;

/// <summary>One change of a draft: who, when, what. The last fifty keep what it looked like afterwards.</summary>
internal sealed class DraftStep
{
    public const int LongestWhat = 400;

    public Guid Id { get; init; }

    public Guid DraftId { get; init; }

    /// <summary>The draft's version after it.</summary>
    public long Version { get; init; }

    /// <summary>Place in the line of steps; null once it cannot be gone back to.</summary>
    public int? Position { get; init; }

    public string? Definition { get; init; }

    public required string What { get; init; }

    public required string ChangedBy { get; init; }

    public DateTime ChangedAt { get; init; }

    public static string Short(string what) => Short(what, LongestWhat);

    /// <summary>At most so many units, and no character cut in half.</summary>
    public static string Short(string what, int most) =>
        what.Length <= most ? what : what[..(most - 1 - (char.IsHighSurrogate(what[most - 2]) ? 1 : 0))] + "…";
}
