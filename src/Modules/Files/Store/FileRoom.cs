using System.Buffers;
using System.Security.Cryptography;
using Madoguchi.Files.Contracts;
using Madoguchi.Files.Domain;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Files.Store;

/// <summary>A file that has come in whole and is safe on the disk, but has no place yet.</summary>
internal sealed record Received(string Path, string Name, string MediaType, long Size, string Sha256);

/// <summary>The folder of all files. Names are random; nothing in it may be executed.</summary>
internal sealed class FileRoom(CityOptions options)
{
    private const int Chunk = 64 * 1024;
    private readonly string root = Path.Combine(options.DataFolder, "files");

    private string Incoming => Path.Combine(root, "incoming");

    /// <summary>Streams to a temporary file: first bytes judged at once, counted and hashed on the way, on the disk when it returns.</summary>
    public async Task<Result<Received>> ReceiveAsync(Stream content, string name, string declared, CancellationToken stop)
    {
        if (FileName.Clean(name) is not { } clean) return FileRefusals.Name;
        var chunk = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            var read = await FillAsync(content, chunk, stop);
            if (read == 0) return FileRefusals.Empty;
            if (FileKind.Judge(chunk.AsSpan(0, Math.Min(read, FileKind.HeadLength)), clean, declared) is not { } mediaType) return FileRefusals.Type;
            return await WriteAsync(content, chunk, read, clean, mediaType, stop);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Gives the file its random place.</summary>
    public string Keep(Received received)
    {
        var random = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var place = $"{random[..2]}/{random[2..]}";
        System.IO.Directory.CreateDirectory(Path.Combine(root, random[..2]));
        File.Move(received.Path, PathOf(place));
        return place;
    }

    /// <summary>Throws away what was received and not kept.</summary>
    public static void Discard(Received received) => File.Delete(received.Path);

    /// <summary>Null when there is no such file.</summary>
    public Stream? Open(string place)
    {
        try
        {
            return new FileStream(PathOf(place), new FileStreamOptions
            {
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Remove(string place) => File.Delete(PathOf(place));

    /// <summary>Deletes uploads that broke off before this time.</summary>
    public void RemoveBrokenOff(DateTime before)
    {
        if (!System.IO.Directory.Exists(Incoming)) return;
        foreach (var file in new DirectoryInfo(Incoming).EnumerateFiles())
            if (file.LastWriteTimeUtc < before) file.Delete();
    }

    /// <summary>Places of the files older than this time.</summary>
    public IEnumerable<string> PlacesBefore(DateTime before)
    {
        if (!System.IO.Directory.Exists(root)) return [];
        return new DirectoryInfo(root).EnumerateDirectories("??").SelectMany(folder => folder.EnumerateFiles()
            .Where(file => file.LastWriteTimeUtc < before).Select(file => $"{folder.Name}/{file.Name}"));
    }

    private string PathOf(string place) => Path.Combine(root, place);

    private async Task<Result<Received>> WriteAsync(Stream content, byte[] chunk, int read, string name, string mediaType, CancellationToken stop)
    {
        System.IO.Directory.CreateDirectory(Incoming);
        var path = Path.Combine(Incoming, RandomNumberGenerator.GetHexString(32, lowercase: true));
        var whole = false;
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var size = 0L;
            await using (var file = Create(path))
            {
                for (; read > 0; read = await FillAsync(content, chunk, stop))
                {
                    size += read;
                    if (size > FileLimits.File) return FileRefusals.TooLarge;
                    hash.AppendData(chunk, 0, read);
                    await file.WriteAsync(chunk.AsMemory(0, read), stop);
                }

                file.Flush(flushToDisk: true);
            }

            whole = true;
            return new Received(path, name, mediaType, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            if (!whole) File.Delete(path);
        }
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    // Whole chunks: small reads would become small writes.
    private static async Task<int> FillAsync(Stream content, byte[] chunk, CancellationToken stop)
    {
        try
        {
            return await content.ReadAtLeastAsync(chunk.AsMemory(0, Chunk), Chunk, throwOnEndOfStream: false, stop);
        }
        catch (IOException fault) when (fault is not BadHttpRequestException)
        {
            throw new RefusedException(FileRefusals.Part);
        }
    }
}
