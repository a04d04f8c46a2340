using System.Net;
using System.Text;
using Madoguchi.Testing;

namespace Web.Tests.Api;

public sealed class EdgeTests(Cities cities) : IClassFixture<Cities>
{
    private const string Path = "/api/v1/procedures/juminhyo-utsushi/applications";
    private const string Validate = "/api/v1/procedures/juminhyo-utsushi/validate";

    [Fact]
    public async Task Too_much_json_is_413()
    {
        var city = await cities.On("sqlite");
        var json = """{"answers":{"x":" """ + new string('a', 10 * 1024 * 1024) + "\"}}";
        foreach (var account in new[] { "hanako", null })
        {
            IsProblem(await city.SendAsync(account, HttpMethod.Post, Validate, Calls.Json(json)), 413, "too-large");
            IsProblem(await city.SendAsync(account, HttpMethod.Post, Validate, new Unannounced(Encoding.UTF8.GetBytes(json))), 413, "too-large");
        }
    }

    [Fact]
    public async Task Json_deeper_than_32_is_400()
    {
        var city = await cities.On("sqlite");
        IsProblem(await city.PostJsonAsync("hanako", Validate, Deep(33)), 400, "malformed-json");
        Assert.Equal(200, (await city.PostJsonAsync("hanako", Validate, """{"answers":""" + Deep(30) + "}")).Status);
        IsProblem(await city.PostJsonAsync("hanako", Validate, Deep(100_000)), 400, "malformed-json");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{'a':1}")]
    [InlineData("{\"answers\":{},\"answers\":{}}")]
    [InlineData("{\"answers\":{\"a\":1,\"a\":2}}")]
    [InlineData("{\"answers\":[]}")]
    [InlineData("{\"answers\":\"\"}")]
    [InlineData("{\"answers\":null}")]
    [InlineData("{\"answers\":{}, \"channel\":7}")]
    [InlineData("{\"answers\":{\"\\ud800\":1}}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"answers\":{\"a\":NaN}}")]
    [InlineData("{\"answers\":{\"a\":01}}")]
    [InlineData("{\"answers\":{\"a\":1e999}}")]
    [InlineData("\u0000")]
    public async Task What_is_not_a_submission_is_refused(string json)
    {
        var city = await cities.On("sqlite");
        foreach (var account in new[] { "hanako", "citizen-clerk" })
        {
            var answer = await city.PostJsonAsync(account, Path, json);
            Assert.True(answer.Status is 400 or 409 or 422, $"{json}: {answer}");
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_400()
    {
        var city = await cities.On("sqlite");
        foreach (var bytes in new byte[][] { [0xFF, 0xFE, 0x7B], [.. "{\"answers\":{\"a\":\""u8, 0xC3, 0x28, .. "\"}}"u8], [.. "{\""u8, 0xED, 0xA0, 0x80, .. "\":1}"u8] })
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new("application/json");
            var answer = await city.SendAsync("hanako", HttpMethod.Post, Path, content);
            Assert.True(answer.Status is 400 or 422, answer.ToString());
        }
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Bearer demo-nobody", 401)]
    [InlineData("Bearer demo-", 401)]
    [InlineData("Bearer x", 401)]
    [InlineData("Basic ZGVtby1oYW5ha286", 401)]
    [InlineData("demo-hanako", 401)]
    [InlineData("Bearer demo-hanako", 200)]
    public async Task Only_a_good_token_opens(string? authorization, int status)
    {
        var city = await cities.On("sqlite");
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];
        var answer = await city.SendAsync(null, HttpMethod.Get, "/api/v1/me", null, headers);
        if (status == 200) Assert.Equal(200, answer.Status);
        else IsProblem(answer, 401, "sign-in-required");
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("", 415)]
    public async Task Another_content_type_is_not_taken(string type, int status)
    {
        var city = await cities.On("sqlite");
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(await city.SubmissionAsync("juminhyo-utsushi")));
        if (type.Length > 0) content.Headers.TryAddWithoutValidation("Content-Type", type);
        IsProblem(await city.SendAsync("hanako", HttpMethod.Post, Path, content), status, "not-json");
        var file = await city.SendAsync("hanako", HttpMethod.Post, "/api/v1/files", Calls.Json("{}"));
        Assert.True(file.Status is 400 or 415, file.ToString());
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2/me")]
    [InlineData("/api/v1/applications/2026-000000-0")]
    [InlineData("/api/v1/procedures/none")]
    public async Task What_is_not_there_is_a_problem(string path) => IsProblem(await (await cities.On("sqlite")).SendAsync("hanako", HttpMethod.Get, path), 404, "not-found");

    [Fact]
    public async Task A_wrong_method_is_a_problem()
    {
        var answer = await (await cities.On("sqlite")).SendAsync("hanako", HttpMethod.Delete, "/api/v1/me");
        Assert.Equal((405, "application/problem+json"), (answer.Status, answer.Message.Content.Headers.ContentType?.MediaType));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Another_version_than_expected_is_412(string database)
    {
        var city = await cities.On(database);
        var submitted = await city.PostJsonAsync("hanako", Path, await city.SubmissionAsync("juminhyo-utsushi"));
        var accept = $"/api/v1/applications/{submitted.Body.GetProperty("intakeNumber").GetString()}/accept";
        var version = submitted.Body.GetProperty("version").GetInt64();

        Assert.Equal($"\"{version}\"", submitted.Message.Headers.ETag?.Tag);
        IsProblem(await city.PostJsonAsync("citizen-clerk", accept, "{}", ("If-Match", $"\"{version + 1}\"")), 412, "changed-by-someone-else");
        IsProblem(await city.PostJsonAsync("citizen-clerk", accept, "{}", ("If-Match", "seven")), 400, "malformed");
        var accepted = await city.PostJsonAsync("citizen-clerk", accept, "{}", ("If-Match", $"\"{version}\""));
        Assert.Equal((200, $"\"{version + 1}\""), (accepted.Status, accepted.Message.Headers.ETag?.Tag));
        Assert.Equal(409, (await city.PostJsonAsync("citizen-clerk", accept, "{}")).Status);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task Two_officers_at_once_are_one_after_the_other(string database)
    {
        var city = await cities.On(database);
        var submitted = await city.PostJsonAsync("hanako", Path, await city.SubmissionAsync("juminhyo-utsushi"));
        var number = submitted.Body.GetProperty("intakeNumber").GetString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => city.PostJsonAsync("citizen-clerk", $"/api/v1/applications/{number}/accept", "{}")));

        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.True(a.Status is 409 or 412, a.ToString()));
        Assert.Equal(1, await city.CountAsync($"applications_events e join applications_applications a on a.id = e.application_id where a.intake_number = '{number}' and e.kind = 'accepted'"));
    }

    [Fact]
    public async Task Every_answer_carries_the_safety_headers()
    {
        var city = await cities.On("sqlite");
        string[] paths = ["/", "/api/v1/me", "/api/none", "/none", "/my", "/staff", "/health/live", "/openapi/v1.json", "/demo/mail", "/en/api/v1/me", "/assets/none.css", "/verify", "/staff/none", "/files/none"];
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = city.Caller().BaseAddress };
        foreach (var path in paths) IsSafe(await client.SendAsync(HttpMethod.Get, path), path);
        IsSafe(await client.SendAsync(HttpMethod.Get, "/", null, ("Host", "example.com")), "another host");
        IsSafe(await client.SendAsync(HttpMethod.Post, "/sign-in", new StringContent("account=hanako")), "no anti-forgery token");
        IsSafe(await client.SendAsync(HttpMethod.Post, Path, Calls.Json("{")), "malformed");
    }

    [Fact]
    public async Task A_cookie_is_never_a_key_to_the_api()
    {
        var city = await cities.On("sqlite");
        var cookies = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = city.Caller().BaseAddress };
        await Doors.Door.SignInAsync(client, "/sign-in", "hanako");
        await Doors.Door.SignInAsync(client, "/staff/sign-in", "clerk");
        Assert.Contains(cookies.GetAllCookies(), c => c.Name == "madoguchi");
        Assert.Equal(200, (await client.SendAsync(HttpMethod.Get, "/my")).Status);
        Assert.Equal(200, (await client.SendAsync(HttpMethod.Get, "/staff")).Status);

        foreach (var path in new[] { "/api/v1/me", "/API/v1/me", "/api/v1/applications", "/api//v1/me", "//api/v1/me", "/en/api/v1/me", "/x/../api/v1/me", "/%61pi/v1/me" })
        {
            // As written: a path that begins with two strokes is no other host.
            var answer = await client.SendAsync(HttpMethod.Get, client.BaseAddress!.ToString().TrimEnd('/') + path);
            Assert.True(answer.Status is 401 or 404, $"{path}: {answer}");
        }

        Assert.Equal(401, (await client.SendAsync(HttpMethod.Post, Path, Calls.Json(await city.SubmissionAsync("juminhyo-utsushi")))).Status);
    }

    [Theory]
    [InlineData("example.com", 404)]
    [InlineData("localhost.example.com", 404)]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("LOCALHOST:80", 200)]
    public async Task Only_the_city_s_hosts_are_answered(string host, int status)
    {
        var city = await cities.On("sqlite");
        Assert.Equal(status, (await city.SendAsync(null, HttpMethod.Get, "/api/v1/procedures", null, ("Host", host))).Status);
    }

    private static void IsProblem(Reply answer, int status, string code)
    {
        Assert.True(answer.Status == status && answer.Code == code, answer.ToString());
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, answer.Body.GetProperty("status").GetInt32());
        Assert.NotEmpty(answer.Body.GetProperty("title").GetString()!);
        IsSafe(answer, code);
    }

    private static void IsSafe(Reply answer, string what)
    {
        Assert.True(answer.Message.Headers.TryGetValues("X-Content-Type-Options", out var options) && options.Single() == "nosniff", what);
        Assert.True(answer.Message.Headers.TryGetValues("Referrer-Policy", out var policy) && policy.Single() == "no-referrer", what);
    }

    private static string Deep(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);

    /// <summary>A body whose length is not told beforehand.</summary>
    private sealed class Unannounced : HttpContent
    {
        private readonly byte[] bytes;

        public Unannounced(byte[] bytes)
        {
            this.bytes = bytes;
            Headers.ContentType = new("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
