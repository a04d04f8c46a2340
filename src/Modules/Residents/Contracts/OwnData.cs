using System.IO.Compression;
using System.Text.Json;

namespace Madoguchi.Residents.Contracts;

/// <summary>Puts what a module holds of a resident into the file they take home; implemented by the modules that hold something.</summary>
public interface IOwnData
{
    /// <summary>Writes everything of the signed-in resident, as they may see it; called once per file, after the act was recorded.</summary>
    Task WriteAsync(string account, OwnDataArchive archive, CancellationToken stop);
}

/// <summary>The file a resident takes home: a ZIP, written as it is read. Nothing is held in memory.</summary>
public sealed class OwnDataArchive
{
    private static readonly JsonSerializerOptions Readable = new(JsonText.Options) { WriteIndented = true };
    private readonly ZipArchive zip;

    internal OwnDataArchive(ZipArchive zip) => this.zip = zip;

    /// <param name="path">Inside the archive, with slashes: <c>applications/2026-000001-5/application.json</c>.</param>
    /// <param name="value">Written as the API writes it; an <c>IAsyncEnumerable</c> as a list, item by item.</param>
    /// <param name="stop">Ends the writing.</param>
    public async Task AddJsonAsync<T>(string path, T value, CancellationToken stop)
    {
        await using var entry = await OpenAsync(path, stop);
        await JsonSerializer.SerializeAsync(entry, value, Readable, stop);
    }

    /// <summary>Copies a file in.</summary>
    public async Task AddFileAsync(string path, Stream content, CancellationToken stop)
    {
        await using var entry = await OpenAsync(path, stop);
        await content.CopyToAsync(entry, stop);
    }

    private Task<Stream> OpenAsync(string path, CancellationToken stop) => zip.CreateEntry(Clean(path), CompressionLevel.Fastest).OpenAsync(stop);

    // Names of files come from people: none may lead out of the folder it is unpacked in.
    private static string Clean(string path) => string.Join('/', path.Split('/').Select(part =>
        part is "." or ".." or "" ? "_" : string.Concat(part.Select(c => char.IsControl(c) || "\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c))));
}
