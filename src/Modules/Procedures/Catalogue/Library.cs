using System.Security.Cryptography;
using System.Text;
using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>A file of the library with a hash of it and of the vocabulary: of all that its definition is made from.</summary>
internal sealed record LibrarySource(string Slug, string Path, string Sha256);

/// <summary>One procedure's file, references to the vocabulary filled in; <c>Definition</c> is null when it is too large to be read.</summary>
internal sealed record LibraryFile(string Slug, string File, string? Definition, IReadOnlyList<Fault> Faults)
{
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Definition ?? "")));
}

/// <summary>Reads the library folder: one file per procedure.</summary>
internal sealed class Library(Vocabulary vocabulary)
{
    private const long LargestFile = 2_000_000;

    public IReadOnlyList<LibrarySource> Sources(string folder)
    {
        var words = Encoding.UTF8.GetBytes(vocabulary.Sha256());
        return [.. Files(folder).Select(path => new LibrarySource(Path.GetFileNameWithoutExtension(path), path, Sha256(path, words)))];
    }

    public IEnumerable<LibraryFile> Read(string folder) => Files(folder).AsParallel().AsOrdered().Select(f => ReadFile(f, $"library/{Path.GetFileName(f)}"));

    /// <param name="shown">The file as messages name it.</param>
    public LibraryFile ReadFile(string path, string shown)
    {
        var faults = new FaultList(shown);
        var text = new FileInfo(path).Length > LargestFile ? null : File.ReadAllText(path);
        return new LibraryFile(Path.GetFileNameWithoutExtension(path), shown, text is null ? null : vocabulary.Fill(SchemaKey.Drop(text), faults), faults.Found);
    }

    private static IEnumerable<string> Files(string folder) =>
        System.IO.Directory.Exists(folder) ? System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    private static string Sha256(string path, byte[] words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(words);
        using var file = File.OpenRead(path);
        hash.AppendData(SHA256.HashData(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
