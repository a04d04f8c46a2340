namespace Madoguchi.Kernel.Auditing;

/// <summary>Who did or saw what. Never changed.</summary>
internal sealed class AuditRow
{
    public Guid Id { get; init; }

    public DateTime At { get; init; }

    public string ActorKind { get; init; } = "";

    public string ActorId { get; init; } = "";

    public string Action { get; init; } = "";

    public string SubjectKind { get; init; } = "";

    public string SubjectId { get; init; } = "";

    public string Details { get; init; } = "";

    /// <summary>Id of the resident's account a view is about; null where nobody is to be told of it.</summary>
    public string? Concerns { get; init; }
}

/// <summary>An audit row that no seal holds yet.</summary>
internal sealed class PendingAudit
{
    public Guid AuditId { get; init; }
}

/// <summary>One seal over many rows: their Merkle root, chained to the seal before it and signed.</summary>
internal sealed class AuditSeal
{
    public long Number { get; init; }

    public DateTime At { get; init; }

    public int Count { get; init; }

    public string Root { get; init; } = "";

    /// <summary>Head of the seal before this one; 64 zeros for the first.</summary>
    public string Previous { get; init; } = "";

    public string Head { get; init; } = "";

    public string KeyId { get; init; } = "";

    public string Signature { get; init; } = "";
}

/// <summary>Which rows stand under a seal, in which order, each with its hash at that time.</summary>
internal sealed class SealLeaves
{
    public long Seal { get; init; }

    public Guid FirstId { get; init; }

    public Guid LastId { get; init; }

    /// <summary>A line for each row: its id and its hash.</summary>
    public string Lines { get; init; } = "";

    public static SealLeaves Of(long seal, IReadOnlyList<Guid> ids, IReadOnlyList<byte[]> hashes) => new()
    {
        Seal = seal,
        FirstId = ids[0],
        LastId = ids[^1],
        Lines = string.Join('\n', ids.Select((id, i) => $"{id:D} {Convert.ToHexStringLower(hashes[i])}")),
    };

    /// <summary>The leaves as they stand there; what is no leaf any more is left out.</summary>
    public List<SealedLeaf> Parse()
    {
        var leaves = new List<SealedLeaf>();
        foreach (var line in Lines.Split('\n'))
            if (line.Split(' ', 2) is [var id, var hash] && Guid.TryParseExact(id, "D", out var row)) leaves.Add(new SealedLeaf(row, hash));
        return leaves;
    }
}

/// <summary>A row under a seal, and its hash at that time.</summary>
internal sealed record SealedLeaf(Guid Id, string Hash);
