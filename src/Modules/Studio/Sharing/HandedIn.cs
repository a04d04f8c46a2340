using Microsoft.AspNetCore.Http;

namespace Madoguchi.Studio.Sharing;

/// <summary>A file of a form.</summary>
internal static class HandedIn
{
    /// <summary>Its bytes, at most one more than allowed: what is too large is not read to its end. Null: none was chosen.</summary>
    public static async Task<byte[]?> ReadAsync(IFormFile? file, int largest, CancellationToken stop)
    {
        if (file is null || file.Length == 0) return null;
        var content = new byte[Math.Min(file.Length, largest + 1L)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, stop);
        return content;
    }
}
