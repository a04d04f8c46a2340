using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Applications.Apply;

/// <summary>Reads the words of a form sent by somebody who is no longer signed in. Files are passed over as they come: nothing of them is held, however large.</summary>
/// <param name="HasWords">Something was typed or chosen.</param>
/// <param name="HadFiles">Files were chosen too.</param>
internal sealed record TypedForm(bool HasWords, bool HadFiles)
{
    private const int MostFields = 1024;

    private const int MostWords = 512 * 1024;

    private const int LongestName = 2048;

    // As long as RFC 2046 lets it be, and some more.
    private const int LongestBoundary = 128;

    private const string Token = "__RequestVerificationToken";

    /// <summary>The words then are the request's form. Null when they cannot be read, or are more than a stranger may send: that is answered where every form is.</summary>
    public static async Task<TypedForm?> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        if (!request.HasFormContentType) return null;
        try
        {
            var hadFiles = false;
            if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary)
            {
                if (boundary.Length > LongestBoundary) return null;
                (var fields, hadFiles) = await ReadPartsAsync(http, boundary.Value!);
                request.Form = new FormCollection(fields);
            }

            var form = await request.ReadFormAsync(http.RequestAborted);
            return new TypedForm(form.Any(f => f.Key != Token), hadFiles);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<(Dictionary<string, StringValues> Fields, bool HadFiles)> ReadPartsAsync(HttpContext http, string boundary)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = UploadLimitAttribute.Most;
        var reader = new MultipartReader(boundary, http.Request.Body);
        var fields = new KeyValueAccumulator();
        var (hadFiles, length) = (false, 0);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } part)
        {
            if (part.GetContentDispositionHeader() is not { } disposition) continue;
            if (disposition.IsFileDisposition()) hadFiles |= !StringSegment.IsNullOrEmpty(disposition.FileName) && disposition.FileName != "\"\"";
            else if (disposition.IsFormDisposition())
            {
                var value = await ReadWordsAsync(part, MostWords - length, http.RequestAborted);
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                fields.Append(name, value);
                if (name.Length > LongestName || (length += name.Length + value.Length) > MostWords || fields.ValueCount > MostFields) throw new InvalidDataException("too many words");
            }
        }

        return (fields.GetResults(), hadFiles);
    }

    private static async Task<string> ReadWordsAsync(MultipartSection part, int most, CancellationToken stop)
    {
        using var words = new StreamReader(part.Body);
        var held = new char[8192];
        var text = new System.Text.StringBuilder();
        for (int read; (read = await words.ReadAsync(held, stop)) > 0;)
        {
            text.Append(held, 0, read);
            if (text.Length > most) throw new InvalidDataException("too many words");
        }

        return text.ToString();
    }
}
