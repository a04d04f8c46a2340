namespace Madoguchi.Files.Contracts;

/// <summary>What is known about a file's harmlessness.</summary>
public enum FileState
{
    /// <summary>Stored, not yet judged.</summary>
    Checking,

    /// <summary>May be attached and opened.</summary>
    Clean,

    /// <summary>Found harmful; may be neither attached nor opened.</summary>
    Refused,
}

/// <summary>A stored file.</summary>
/// <param name="Id">The <c>fileId</c> of the API; <c>sample-pdf</c> and <c>sample-png</c> are reserved for the demo.</param>
/// <param name="Name">As people see it, cleaned.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Owner">Account that sent it; empty for the samples.</param>
/// <param name="SubjectKind">What it is attached to; null while unattached.</param>
public sealed record StoredFile(string Id, string Name, string MediaType, long Size, string Sha256, FileState State, string Owner, string? SubjectKind, string? SubjectId);
