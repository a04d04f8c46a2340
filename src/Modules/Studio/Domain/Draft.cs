namespace Madoguchi.Studio.Domain;

/// <summary>What a draft was begun from.</summary>
internal enum DraftStart
{
    Empty,

    /// <summary>A published procedure, to make another of it.</summary>
    Copy,

    /// <summary>A procedure of the library, to make an own one of it.</summary>
    Library,

    /// <summary>A published procedure, to change it.</summary>
    Edition,

    /// <summary>A file another city wrote.</summary>
    Package,

    /// <summary>A list of items in CSV or Excel.</summary>
    List,
}

/// <summary>Where a draft stands.</summary>
internal enum DraftState
{
    Editing,

    /// <summary>決裁中: nothing can be changed.</summary>
    Proposed,

    /// <summary>Decided, and published on a day to come.</summary>
    Scheduled,

    Published,

    /// <summary>Thrown away; kept for its history.</summary>
    Discarded,
}

/// <summary>A procedure in the making. It belongs to a post, so that it does not leave with a person, and can always be read.</summary>
internal sealed partial class Draft
{
    public const int LongestTitle = 200;

    /// <summary>Steps that can be taken back.</summary>
    public const int MostSteps = 50;

    public Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; set; }

    public required string Division { get; set; }

    /// <summary>Code of a post.</summary>
    public required string Owner { get; set; }

    public DraftStart StartedFrom { get; init; }

    /// <summary>Slug of what it was begun from.</summary>
    public string? Source { get; init; }

    /// <summary>The edition that a publication of this draft follows.</summary>
    public int? BaseNumber { get; set; }

    /// <summary>The fiscal year it was rolled to (年度更新); null when it was begun in another way.</summary>
    public int? RolledTo { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Definition { get; set; }

    public long Version { get; private set; }

    /// <summary>Place in the line of steps; those behind it can be done again.</summary>
    public int Position { get; private set; }

    public DraftState State { get; private set; }

    public required string StartedBy { get; init; }

    public DateTime StartedAt { get; init; }

    public required string ChangedBy { get; set; }

    public DateTime ChangedAt { get; set; }

    public Guid? Approval { get; private set; }

    public DateOnly? PublishOn { get; private set; }

    public int? PublishedNumber { get; private set; }

    /// <summary>The first step: what it was begun from.</summary>
    public DraftStep Begin(string what) => Take(what, 0);

    /// <summary>A change that was read and found whole.</summary>
    public DraftStep Change(string definition, string title, string division, string what, string by, DateTime now)
    {
        (Definition, Title, Division, Owner, ChangedBy, ChangedAt) = (definition, title, division, OwnerIn(division), by, now);
        Version++;
        Position++;
        return Take(what, Position);
    }

    /// <summary>Back or forward to a kept step; the history says so, the line of steps stays.</summary>
    public DraftStep GoTo(DraftStep kept, string title, string division, string what, string by, DateTime now)
    {
        (Definition, Title, Division, Owner, ChangedBy, ChangedAt) = (kept.Definition!, title, division, OwnerIn(division), by, now);
        Version++;
        Position = kept.Position!.Value;
        return new DraftStep { Id = Guid.CreateVersion7(), DraftId = Id, Version = Version, What = DraftStep.Short(what), ChangedBy = by, ChangedAt = now };
    }

    /// <summary>The post that looks after the procedures of a division.</summary>
    public static string OwnerIn(string division) => $"{division}.manager";

    private DraftStep Take(string what, int position) => new()
    {
        Id = Guid.CreateVersion7(), DraftId = Id, Version = Version, Position = position, Definition = Definition,
        What = DraftStep.Short(what), ChangedBy = ChangedBy, ChangedAt = ChangedAt,
    };
}
