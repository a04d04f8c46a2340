using Madoguchi.Files.Contracts;

namespace Madoguchi.Notices.Issue;

/// <summary>The PDF of a core system that goes out in place of a letter.</summary>
internal static class SourceFile
{
    public static async Task<byte[]> ReadAsync(IFiles files, string fileId, CancellationToken stop)
    {
        await using var source = await files.OpenAsync(fileId, stop) ?? throw new FileNotFoundException("The file to dispatch is gone");
        using var whole = new MemoryStream();
        await source.CopyToAsync(whole, stop);
        return whole.ToArray();
    }
}
