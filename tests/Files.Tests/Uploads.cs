using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Files.Tests;

/// <summary>What a browser or another system sends.</summary>
internal static class Uploads
{
    public static readonly byte[] TinyPdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF");

    public static async Task<(int Status, JsonElement Body)> UploadAsync(this HttpClient caller, HttpContent part, string name = "書類.pdf", string field = "file")
    {
        using var form = new MultipartFormDataContent { { part, field, name } };
        return await Answer(await caller.PostAsync("/api/v1/files", form));
    }

    public static Task<(int Status, JsonElement Body)> UploadAsync(this HttpClient caller, byte[] bytes, string name = "書類.pdf", string mediaType = "application/pdf", string field = "file") =>
        caller.UploadAsync(Part(bytes, mediaType), name, field);

    public static async Task<string> UploadedAsync(this HttpClient caller)
    {
        var (status, body) = await caller.UploadAsync(TinyPdf);
        Assert.Equal(201, status);
        return body.GetProperty("fileId").GetString()!;
    }

    public static ByteArrayContent Part(byte[] bytes, string mediaType)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return part;
    }

    public static async Task<(int Status, JsonElement Body)> Answer(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    /// <summary>A PDF of any length that is never whole in memory.</summary>
    public sealed class EndlessPdf(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync("%PDF-1.4\n"u8.ToArray());
            var chunk = new byte[64 * 1024];
            for (var left = length - 9; left > 0; left -= chunk.Length) await stream.WriteAsync(chunk.AsMemory(0, (int)Math.Min(left, chunk.Length)));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = -1;
            return false;
        }
    }
}
