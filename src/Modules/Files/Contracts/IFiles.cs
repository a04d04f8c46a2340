namespace Madoguchi.Files.Contracts;

/// <summary>Files of the city: stored once, attached to one subject, opened by those who may see the subject.</summary>
public interface IFiles
{
    /// <summary>The files there are among these ids; unknown ids are left out. Says nothing about who may see them.</summary>
    Task<IReadOnlyDictionary<string, StoredFile>> FindAsync(IReadOnlyCollection<string> fileIds, CancellationToken stop = default);

    /// <summary>
    /// Attaches a file in the acting transaction. Look at <see cref="StoredFile.Owner"/> and <see cref="StoredFile.SubjectKind"/> first:
    /// a file that is attached already ends the act with a conflict. Samples need no link and get none.
    /// </summary>
    void Link(string fileId, string subjectKind, string subjectId);

    /// <summary>
    /// Streams to disk and judges size, type and name. Has a transaction of its own, unless one is open already:
    /// page handlers that store files are better <c>[AppendOnly]</c>, so that no writer waits for a disk.
    /// </summary>
    /// <returns>Refusals: <c>file-too-large</c> 413, <c>file-type</c> 415, <c>invalid</c> 422 with the field <c>file</c> (empty, name).</returns>
    Task<Result<StoredFile>> StoreAsync(Stream content, string name, string mediaType, string owner, CancellationToken stop = default);

    /// <summary>The bytes, without asking who reads; null when there is no such file.</summary>
    Task<Stream?> OpenAsync(string fileId, CancellationToken stop = default);
}

/// <summary>Who may see the files of a kind of subject; implemented by the module that attaches them.</summary>
public interface IFileReaders
{
    /// <summary>The kind given to <see cref="IFiles.Link"/>.</summary>
    string SubjectKind { get; }

    /// <summary>Whether the current Actor may see the files of this subject.</summary>
    Task<bool> MaySeeAsync(string subjectId, CancellationToken stop);
}

/// <summary>Limits of the upload, for pages and validators.</summary>
public static class FileLimits
{
    /// <summary>Bytes a file.</summary>
    public const long File = 20L * 1024 * 1024;

    /// <summary>Bytes an application.</summary>
    public const long Application = 100L * 1024 * 1024;
}

/// <summary>Ids every example may name; clean files in demo mode, unknown otherwise.</summary>
public static class SampleFiles
{
    public const string Pdf = "sample-pdf";
    public const string Png = "sample-png";

    public static bool IsSample(string fileId) => fileId is Pdf or Png;
}
