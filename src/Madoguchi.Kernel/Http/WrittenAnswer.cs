using System.Globalization;
using System.Text;
using System.Text.Json;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Rules;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Kernel.Http;

/// <summary>An answer already in bytes; only sent once the act is durable.</summary>
internal sealed class WrittenAnswer(int status, string? location, string? etag, byte[] body) : IResult
{
    public static WrittenAnswer Of(ApiAnswer answer) => new(
        answer.Status, answer.Location, answer.Version is { } v ? string.Create(CultureInfo.InvariantCulture, $"\"{v}\"") : null,
        JsonSerializer.SerializeToUtf8Bytes(answer.Body, JsonText.Options));

    public static WrittenAnswer Of(IdempotencyRow kept)
    {
        var headers = kept.Headers.Split('\n');
        return new(kept.Status, NullIfEmpty(headers[0]), headers.Length > 1 ? NullIfEmpty(headers[1]) : null, Encoding.UTF8.GetBytes(kept.Body));
    }

    public IdempotencyRow ToRow(string key, string bodyHash, DateTime now) => new()
    {
        Key = key,
        BodyHash = bodyHash,
        Status = status,
        Headers = $"{location}\n{etag}",
        Body = Encoding.UTF8.GetString(body),
        CreatedAt = now,
    };

    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        if (location is not null) context.Response.Headers.Location = location;
        if (etag is not null) context.Response.Headers.ETag = etag;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>A refusal as an answer.</summary>
internal sealed class RefusedAnswer(Refusal refusal) : IResult
{
    public Task ExecuteAsync(HttpContext context) => throw new RefusedException(refusal);
}
