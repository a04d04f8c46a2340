using System.Security.Cryptography;
using System.Text;
using Madoguchi.Procedures.Domain.Reading;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>One procedure's file, references to the vocabulary filled in; <c>Definition</c> is null when it is too large to be read.</summary>
internal sealed record LibraryFile(string Slug, string File, string? Definition, IReadOnlyList<Fault> Faults)
{
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Definition ?? "")));
}

/// <summary>Reads the library folder: one file per procedure.</summary>
internal sealed class Library(Vocabulary vocabulary)
{
    private const long LargestFile = 2_000_000;

    public IEnumerable<LibraryFile> Read(string folder) => !System.IO.Directory.Exists(folder) ? [] :
        System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).AsParallel().AsOrdered().Select(f => ReadFile(f, $"library/{Path.GetFileName(f)}"));

    /// <param name="shown">The file as messages name it.</param>
    public LibraryFile ReadFile(string path, string shown)
    {
        var faults = new FaultList(shown);
        var text = new FileInfo(path).Length > LargestFile ? null : File.ReadAllText(path);
        return new LibraryFile(Path.GetFileNameWithoutExtension(path), shown, text is null ? null : vocabulary.Fill(text, faults), faults.Found);
    }
}
