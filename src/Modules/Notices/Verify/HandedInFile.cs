using Madoguchi.Notices.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Notices.Verify;

/// <summary>The part <c>file</c> of a multipart body, whole in memory and never larger than the limit.</summary>
internal static class HandedInFile
{
    public static async Task<Result<byte[]>> ReadAsync(HttpContext context, CancellationToken stop)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
            return Refusals.NotMultipart;

        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (size is { IsReadOnly: false }) size.MaxRequestBodySize = VerifyNotice.FileLimit + 64 * 1024;
        try
        {
            var reader = new MultipartReader(boundary, context.Request.Body);
            while (await reader.ReadNextSectionAsync(stop) is { } section)
            {
                if (section.GetContentDispositionHeader() is { } part && HeaderUtilities.RemoveQuotes(part.Name) == "file") return await ReadAsync(section.Body, stop);
            }
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refusals.TooLarge;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return Refusals.NotMultipart;
        }

        return Refusals.NoPdf;
    }

    /// <summary>A file given to a page's form.</summary>
    public static async Task<Result<byte[]>> ReadAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null) return Refusals.NoPdf;
        await using var stream = file.OpenReadStream();
        return await ReadAsync(stream, stop);
    }

    private static async Task<Result<byte[]>> ReadAsync(Stream from, CancellationToken stop)
    {
        using var file = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(chunk, stop)) > 0;)
        {
            if (file.Length + read > VerifyNotice.FileLimit) return Refusals.TooLarge;
            file.Write(chunk, 0, read);
        }

        return file.Length == 0 ? Refusals.NoPdf : file.ToArray();
    }
}
