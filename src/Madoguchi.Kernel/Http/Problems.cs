using System.Text.Json;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Kernel.Http;

/// <summary>Refusals as <c>application/problem+json</c> (RFC 9457), in the caller's language.</summary>
public static class Problems
{
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => 422,
        RefusalKind.Forbidden => 403,
        RefusalKind.VersionMismatch => 412,
        RefusalKind.TooLarge => 413,
        RefusalKind.UnsupportedType => 415,
        RefusalKind.Malformed => 400,
        RefusalKind.Busy => 503,
        _ => 409,
    };

    /// <summary>The sentence of a refusal.</summary>
    public static LocalizedText Sentence(Localizer text, Refusal refusal) => text[$"refusal.{refusal.Code}", refusal.Arguments];

    /// <summary>The sentence of a field error.</summary>
    public static LocalizedText Sentence(Localizer text, FieldError error) => text[$"error.{error.Code}", error.Arguments];

    public static Task WriteAsync(HttpContext context, Localizer text, Refusal refusal) =>
        WriteAsync(context, StatusOf(refusal.Kind), refusal.Code, Sentence(text, refusal).ToString(), Errors(text, refusal.Fields));

    public static async Task WriteAsync(HttpContext context, int status, string code, string title, Dictionary<string, string[]>? errors = null)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        if (status is 503 or 429) context.Response.Headers.RetryAfter = "5";
        if (status == 401) context.Response.Headers.WWWAuthenticate = "Bearer";
        var body = new Dictionary<string, object> { ["type"] = $"/docs/api#{code}", ["title"] = title, ["status"] = status, ["code"] = code };
        if (errors is { Count: > 0 }) body["errors"] = errors;
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body, JsonText.Options), context.RequestAborted);
    }

    private static Dictionary<string, string[]> Errors(Localizer text, IReadOnlyList<FieldError> fields) =>
        fields.GroupBy(f => f.Field).ToDictionary(g => g.Key, g => g.Select(f => Sentence(text, f).ToString()).Distinct().ToArray());
}
