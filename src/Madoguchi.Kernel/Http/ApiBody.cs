using System.Text.Json;
using System.Text.Unicode;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Madoguchi.Kernel.Http;

/// <summary>The whole JSON body of an API call, read before anything else happens: ≤ 1 MiB (413), depth ≤ 32 (400), an object (400).</summary>
public sealed class ApiBody
{
    private const int Limit = 1024 * 1024;
    private const int ReadAway = 32 * 1024 * 1024;
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    private ApiBody(byte[] bytes, JsonElement json) => (Bytes, Json) = (bytes, json);

    /// <summary>The bytes as they came.</summary>
    public byte[] Bytes { get; }

    /// <summary>The parsed object; an empty one when the body is empty.</summary>
    public JsonElement Json { get; }

    /// <summary>The body as <typeparamref name="T"/>.</summary>
    /// <exception cref="RefusedException">A property has the wrong type: 400.</exception>
    public T Read<T>()
    {
        try
        {
            return Json.Deserialize<T>(JsonText.Options)!;
        }
        catch (JsonException)
        {
            throw new RefusedException(new Refusal("malformed-json", RefusalKind.Malformed));
        }
    }

    public static async ValueTask<ApiBody?> BindAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = ReadAway;
        if (context.Request.ContentLength > Limit) throw await TooLargeAsync(context.Request, context.RequestAborted);
        var type = context.Request.ContentType;
        var bytes = await ReadAsync(context.Request, context.RequestAborted);
        if (bytes.Length > 0 && type?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            throw new RefusedException(new Refusal("not-json", RefusalKind.UnsupportedType));
        var body = new ApiBody(bytes, Parse(bytes));
        context.Items[typeof(ApiBody)] = body;
        return body;
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 4096));
        var chunk = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(chunk, stop)) > 0)
            {
                if (buffer.Length + read > Limit) throw await TooLargeAsync(request, stop);
                buffer.Write(chunk, 0, read);
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(chunk);
        }

        return buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray();
    }

    // A client that still sends when the answer comes sees a broken connection instead of it: so the rest is read away, within bounds.
    private static async Task<RefusedException> TooLargeAsync(HttpRequest request, CancellationToken stop)
    {
        var chunk = System.Buffers.ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var left = request.ContentLength > ReadAway ? 0 : ReadAway - Limit;
            while (left > 0)
            {
                var read = await request.Body.ReadAsync(chunk, stop);
                if (read == 0) break;
                left -= read;
            }
        }
        catch (BadHttpRequestException)
        {
            // More than the bound, or too slow: the connection ends here.
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(chunk);
        }

        return new RefusedException(new Refusal("too-large", RefusalKind.TooLarge));
    }

    /// <summary>An object as a stranger sends it: every name once, no half characters, not too deep.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public static JsonElement Parse(byte[] bytes)
    {
        try
        {
            var root = JsonElement.Parse(bytes.Length == 0 ? "{}"u8 : bytes, Parsing);
            if (root.ValueKind != JsonValueKind.Object || !Utf8.IsValid(bytes)) throw new JsonException();
            JsonWords.Check(root, bytes);
            return root;
        }
        // A property name with half a surrogate is found while duplicates are looked for.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new RefusedException(new Refusal("malformed-json", RefusalKind.Malformed));
        }
    }
}
