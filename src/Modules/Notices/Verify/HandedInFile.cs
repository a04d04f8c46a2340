using Madoguchi.Notices.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Notices.Verify;

/// <summary>The part <c>file</c> of a multipart body: kept on the disk until it is its turn, never larger than the limit.</summary>
internal static class HandedInFile
{
    private const int InMemory = 64 * 1024;

    public static async Task<Result<Stream>> ReadAsync(HttpContext context, CancellationToken stop)
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
                if (section.GetContentDispositionHeader() is { } part && HeaderUtilities.RemoveQuotes(part.Name) == "file") return await KeepAsync(context, section.Body, stop);
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
    public static Result<Stream> Of(HttpContext context, IFormFile? file)
    {
        if (file is null or { Length: 0 }) return Refusals.NoPdf;
        if (file.Length > VerifyNotice.FileLimit) return Refusals.TooLarge;
        var content = file.OpenReadStream();
        context.Response.RegisterForDispose(content);
        return content;
    }

    private static async Task<Result<Stream>> KeepAsync(HttpContext context, Stream from, CancellationToken stop)
    {
        var kept = new FileBufferingReadStream(from, InMemory);
        context.Response.RegisterForDisposeAsync(kept);
        var chunk = new byte[InMemory];
        while (await kept.ReadAsync(chunk, stop) > 0)
            if (kept.Length > VerifyNotice.FileLimit) return Refusals.TooLarge;
        kept.Position = 0;
        return kept.Length == 0 ? Refusals.NoPdf : kept;
    }
}
