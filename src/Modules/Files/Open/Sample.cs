using System.Security.Cryptography;
using Madoguchi.Files.Contracts;

namespace Madoguchi.Files.Open;

/// <summary>The two documents every example may name; demo mode only.</summary>
internal static class Sample
{
    private static readonly StoredFile Pdf = Describe(SampleFiles.Pdf, "見本.pdf", "application/pdf");
    private static readonly StoredFile Png = Describe(SampleFiles.Png, "見本.png", "image/png");

    public static StoredFile Of(string id) => id == SampleFiles.Pdf ? Pdf : Png;

    public static Stream Open(string id) =>
        typeof(Sample).Assembly.GetManifestResourceStream(id) ?? throw new InvalidOperationException($"{id} is missing");

    private static StoredFile Describe(string id, string name, string mediaType)
    {
        using var content = Open(id);
        return new StoredFile(id, name, mediaType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), FileState.Clean, "", null, null);
    }
}
