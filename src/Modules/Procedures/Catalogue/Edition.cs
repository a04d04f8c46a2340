namespace Madoguchi.Procedures.Catalogue;

/// <summary>A published edition as it was read: never changed afterwards, for applications keep it.</summary>
internal sealed class Edition
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required int Number { get; init; }

    /// <summary>Of the definition.</summary>
    public required string Sha256 { get; init; }

    public required string Definition { get; init; }

    /// <summary>HTML of notices by name, as JSON, in editions from before letters stood in the definition.</summary>
    public string Templates { get; init; } = "{}";

    public required DateTime PublishedAt { get; init; }

    public required string PublishedBy { get; init; }
}
