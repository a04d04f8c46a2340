using Madoguchi.Files.Contracts;
using Madoguchi.Files.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Files.Store;

/// <summary>Takes one file from a multipart body: streamed, never held in memory.</summary>
[Anyone]
internal sealed class UploadFile(CityFiles files, FileRoom room, Actor actor)
{
    // Boundaries and part headers around the file.
    private const long Envelope = 64 * 1024;

    public async Task<Result<StoredFile>> RunAsync(HttpContext context)
    {
        RequireSignedIn();
        if (context.Request.ContentLength > FileLimits.File + Envelope) return FileRefusals.TooLarge;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = FileLimits.File + Envelope;
        if (BoundaryOf(context.Request) is not { } boundary) return FileRefusals.Part;
        return await ReadAsync(new MultipartReader(boundary, context.Request.Body), context.RequestAborted);
    }

    private async Task<Result<StoredFile>> ReadAsync(MultipartReader parts, CancellationToken stop)
    {
        var part = await NextAsync(parts, stop);
        if (part is null || NameOf(part) is not { } name) return FileRefusals.Part;
        var received = await room.ReceiveAsync(part.Body, name, part.ContentType ?? "", stop);
        if (received.Refused) return received.Refusal;
        var kept = false;
        try
        {
            if (await NextAsync(parts, stop) is not null) return FileRefusals.Part;
            var file = files.Keep(received.Value, actor.Id);
            kept = true;
            return file;
        }
        finally
        {
            if (!kept) FileRoom.Discard(received.Value);
        }
    }

    private void RequireSignedIn()
    {
        if (actor.Kind == ActorKind.Anonymous) throw new UnauthorizedAccessException();
    }

    private static string? BoundaryOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)) return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= 100 ? boundary : null;
    }

    private static string? NameOf(MultipartSection part)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) return null;
        if (HeaderUtilities.RemoveQuotes(disposition.Name) != "file") return null;
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return name.HasValue ? HeaderUtilities.RemoveQuotes(name).ToString() : null;
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken stop)
    {
        try
        {
            return await parts.ReadNextSectionAsync(stop);
        }
        catch (Exception fault) when (fault is InvalidDataException || (fault is IOException && fault is not BadHttpRequestException))
        {
            throw new RefusedException(FileRefusals.Part);
        }
    }
}
