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

/// <summary>Where in which seal a row stands, and its hash at that time.</summary>
internal sealed class AuditLeaf
{
    public Guid AuditId { get; init; }

    public long Seal { get; init; }

    public int Position { get; init; }

    public string Hash { get; init; } = "";
}
