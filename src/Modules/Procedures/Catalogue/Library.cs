using System.Security.Cryptography;
using System.Text;

namespace Madoguchi.Procedures.Catalogue;

/// <summary>One procedure's folder as it lies on disk.</summary>
internal sealed record LibraryFile(string Slug, string File, string Definition, IReadOnlyDictionary<string, string> Templates)
{
    /// <summary>Digest of the definition and its templates, in the order of their names.</summary>
    public string Sha256()
    {
        var all = new StringBuilder(Definition);
        foreach (var (name, html) in Templates.OrderBy(t => t.Key, StringComparer.Ordinal)) all.Append('\0').Append(name).Append('\0').Append(html);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}

/// <summary>Reads the library folder.</summary>
internal static class Library
{
    private const long LargestFile = 2_000_000;

    public static IEnumerable<LibraryFile> Read(string folder)
    {
        if (!System.IO.Directory.Exists(folder)) yield break;
        foreach (var of in System.IO.Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var file = new FileInfo(Path.Combine(of, "procedure.json"));
            if (!file.Exists) continue;
            var slug = Path.GetFileName(of);

            // An enormous file is not read; the reader refuses the stand-in with the file's name.
            var definition = file.Length > LargestFile ? "" : File.ReadAllText(file.FullName);
            yield return new LibraryFile(slug, $"library/{slug}/procedure.json", definition, Templates(Path.Combine(of, "notices")));
        }
    }

    private static Dictionary<string, string> Templates(string folder) => !System.IO.Directory.Exists(folder) ? [] :
        System.IO.Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal)
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);
}
