namespace Madoguchi.Studio.Domain;

/// <summary>Where a definition came from.</summary>
internal enum OriginKind
{
    Library,

    /// <summary>A file another city wrote.</summary>
    Package,
}

/// <summary>What a procedure of the city was begun from or last merged with: the base of the next merge.</summary>
internal sealed class Origin
{
    public Guid Id { get; init; }

    /// <summary>The draft that took it in; it counts for the procedure once that draft is published. Null: a file that waits to be merged.</summary>
    public Guid? DraftId { get; set; }

    /// <summary>Of the procedure here.</summary>
    public required string Slug { get; init; }

    public OriginKind Kind { get; init; }

    /// <summary>Slug of the procedure there.</summary>
    public required string Source { get; init; }

    /// <summary>全国地方公共団体コード of the other city.</summary>
    public string? LgCode { get; init; }

    public string? City { get; init; }

    /// <summary>Number of the edition there; null for a draft.</summary>
    public int? Edition { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>As it came, with what belongs to another city taken out.</summary>
    public required string Definition { get; init; }

    /// <summary>What was taken out or must be chosen anew: a list of <see cref="ImportNote"/> as JSON.</summary>
    public string Notes { get; init; } = "[]";

    public required string NotedBy { get; init; }

    public DateTime NotedAt { get; init; }
}

/// <summary>Something an import changed, by JSON path.</summary>
internal sealed record ImportNote(string Place, string What);
