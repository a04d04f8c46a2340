using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;

namespace Web.Tests.Api;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record Reply(int Status, string Text, HttpResponseMessage Message)
{
    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public string? Code => Text.StartsWith('{') && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public override string ToString() => $"{Status} {Text}";
}

/// <summary>Requests that a well-meaning client would not make.</summary>
internal static class Calls
{
    public static async Task<Reply> SendAsync(
        this DemoCity city, string? account, HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var client = city.Caller(account);
        return await client.SendAsync(method, path, content, headers);
    }

    public static async Task<Reply> SendAsync(this HttpClient client, HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var answer = await client.SendAsync(request);
        return new Reply((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer);
    }

    public static Task<Reply> PostJsonAsync(this DemoCity city, string? account, string path, string json, params (string Name, string Value)[] headers) =>
        city.SendAsync(account, HttpMethod.Post, path, Json(json), headers);

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static MultipartFormDataContent File(byte[] bytes, string name = "a.pdf", string mediaType = "application/pdf")
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return new MultipartFormDataContent { { part, "file", name } };
    }

    /// <summary>The body that applies with the example of the definition.</summary>
    public static async Task<JsonObject> ExampleAsync(this DemoCity city, string slug)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{slug}");
        return JsonNode.Parse(procedure.GetProperty("example").GetRawText())!.AsObject();
    }

    public static async Task<string> SubmissionAsync(this DemoCity city, string slug) => new JsonObject { ["answers"] = await city.ExampleAsync(slug) }.ToJsonString();

    public static async Task<long> CountAsync(this DemoCity city, string from)
    {
        await using var connection = city.Get<CityStore>().CreateConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {from}";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
