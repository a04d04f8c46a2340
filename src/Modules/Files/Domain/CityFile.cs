using Madoguchi.Files.Contracts;

namespace Madoguchi.Files.Domain;

/// <summary>A file in the file room.</summary>
internal sealed class CityFile
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string MediaType { get; init; } = "";

    public long Size { get; init; }

    public string Sha256 { get; init; } = "";

    public FileState State { get; init; }

    /// <summary>Account that sent it.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Random place in the file room; says nothing about the content.</summary>
    public string Place { get; init; } = "";

    public DateTime StoredAt { get; init; }

    public StoredFile ToStored(FileLink? link) =>
        new(Id.ToString("N"), Name, MediaType, Size, Sha256, State, Owner, link?.SubjectKind, link?.SubjectId);
}

/// <summary>What a file is attached to: one subject, for ever.</summary>
internal sealed class FileLink
{
    public Guid FileId { get; init; }

    public string SubjectKind { get; init; } = "";

    public string SubjectId { get; init; } = "";

    public DateTime LinkedAt { get; init; }
}
