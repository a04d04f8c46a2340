using System.Security.Cryptography;
using System.Text;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>One procedure's file as it lies on disk; <c>Definition</c> is null when it is too large to be read.</summary>
internal sealed record LibraryFile(string Slug, string File, string? Definition)
{
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Definition ?? "")));
}

/// <summary>Reads the library folder: one file per procedure.</summary>
internal static class Library
{
    private const long LargestFile = 2_000_000;

    public static IEnumerable<LibraryFile> Read(string folder) => !System.IO.Directory.Exists(folder) ? [] :
        System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(f => ReadFile(f, $"library/{Path.GetFileName(f)}"));

    /// <param name="shown">The file as messages name it.</param>
    public static LibraryFile ReadFile(string path, string shown) =>
        new(Path.GetFileNameWithoutExtension(path), shown, new FileInfo(path).Length > LargestFile ? null : File.ReadAllText(path));
}
