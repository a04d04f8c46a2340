using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Madoguchi.Files.Contracts;

namespace Files.Tests;

public abstract class UploadTests
{
    private readonly FilesHost host;

    protected UploadTests(FilesHost host)
    {
        Assert.SkipWhen(host.Skipped, "without PostgreSQL");
        this.host = host;
    }

    [Fact]
    public async Task A_tiny_pdf_is_kept_and_given_back_to_its_owner_as_a_download()
    {
        using var hanako = host.Caller("hanako");
        var (status, body) = await hanako.UploadAsync(Uploads.TinyPdf, "住民票.pdf");

        Assert.Equal(201, status);
        Assert.Equal("住民票.pdf", Text(body, "name"));
        Assert.Equal("application/pdf", Text(body, "mediaType"));
        Assert.Equal(Uploads.TinyPdf.Length, body.GetProperty("size").GetInt64());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Uploads.TinyPdf)), Text(body, "sha256"));
        Assert.Equal("clean", Text(body, "state"));

        using var download = await hanako.GetAsync($"/api/v1/files/{Text(body, "fileId")}");
        Assert.Equal(200, (int)download.StatusCode);
        Assert.Equal(Uploads.TinyPdf, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", download.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("住民票.pdf", download.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", download.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_file_on_the_disk_has_a_random_name_and_cannot_be_executed()
    {
        using var hanako = host.Caller("hanako");
        await hanako.UploadedAsync();
        var file = new DirectoryInfo(Path.Combine(host.Folder, "files")).EnumerateFiles("*", SearchOption.AllDirectories).First();
        Assert.Matches("^[0-9a-f]{30}$", file.Name);
        Assert.Matches("^[0-9a-f]{2}$", file.Directory!.Name);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
    }

    [Theory]
    [InlineData("写真.png", "application/pdf", 415, "file-type")]
    [InlineData("書類.pdf", "image/png", 415, "file-type")]
    [InlineData("書類.exe", "application/pdf", 415, "file-type")]
    [InlineData("..", "application/pdf", 422, "invalid")]
    public async Task A_file_that_is_not_what_it_says_is_refused(string name, string declared, int expected, string code)
    {
        using var hanako = host.Caller("hanako");
        var (status, body) = await hanako.UploadAsync(Uploads.TinyPdf, name, declared);
        Assert.Equal((expected, code), (status, Text(body, "code")));
    }

    [Fact]
    public async Task An_empty_file_is_refused_with_a_sentence_beside_it()
    {
        using var hanako = host.Caller("hanako");
        var (status, body) = await hanako.UploadAsync([]);
        Assert.Equal(422, status);
        Assert.Equal("ファイルの中身が空です。別のファイルを選んでください。", body.GetProperty("errors").GetProperty("file")[0].GetString());
    }

    [Fact]
    public async Task A_name_with_a_path_keeps_only_its_last_part()
    {
        using var hanako = host.Caller("hanako");
        var (status, body) = await hanako.UploadAsync(Uploads.TinyPdf, "../../etc/申請.pdf");
        Assert.Equal((201, "申請.pdf"), (status, Text(body, "name")));
    }

    [Fact]
    public async Task Twenty_mebibytes_are_taken_and_one_byte_more_is_too_much()
    {
        using var hanako = host.Caller("hanako");
        var (status, body) = await hanako.UploadAsync(Pdf(FileLimits.File));
        Assert.Equal(201, status);
        Assert.Equal(FileLimits.File, body.GetProperty("size").GetInt64());

        (status, body) = await hanako.UploadAsync(Pdf(FileLimits.File + 1));
        Assert.Equal((413, "file-too-large"), (status, Text(body, "code")));
        Assert.Empty(Incoming());
    }

    [Fact]
    public async Task A_body_announced_as_far_too_large_is_refused_before_it_is_read()
    {
        using var hanako = host.Caller("hanako");
        hanako.DefaultRequestHeaders.ExpectContinue = true;
        var (status, body) = await hanako.UploadAsync(Uploads.Part(new byte[FileLimits.File + 1024 * 1024], "application/pdf"));
        Assert.Equal((413, "file-too-large"), (status, Text(body, "code")));
    }

    [Fact]
    public async Task Two_parts_another_field_or_no_multipart_are_not_understood()
    {
        using var hanako = host.Caller("hanako");
        Assert.Equal(400, (await hanako.UploadAsync(Uploads.TinyPdf, field: "attachment")).Status);

        using var two = new MultipartFormDataContent { { Uploads.Part(Uploads.TinyPdf, "application/pdf"), "file", "a.pdf" }, { new StringContent("x"), "note" } };
        var (status, body) = await Uploads.Answer(await hanako.PostAsync("/api/v1/files", two));
        Assert.Equal((400, "file-part"), (status, Text(body, "code")));
        Assert.Empty(Incoming());

        using var text = new StringContent("hello");
        Assert.Equal(415, (int)(await hanako.PostAsync("/api/v1/files", text)).StatusCode);
        using var none = new MultipartFormDataContent();
        Assert.Equal(400, (int)(await hanako.PostAsync("/api/v1/files", none)).StatusCode);
        using var broken = Uploads.Part(Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4 and then nothing"), "multipart/form-data");
        broken.Headers.ContentType!.Parameters.Add(new("boundary", "x"));
        Assert.Equal(400, (int)(await hanako.PostAsync("/api/v1/files", broken)).StatusCode);
        Assert.Empty(Incoming());
    }

    [Fact]
    public async Task The_same_key_twice_gives_the_same_file()
    {
        using var hanako = host.Caller("hanako");
        hanako.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        Assert.Equal(await hanako.UploadedAsync(), await hanako.UploadedAsync());
    }

    [Fact]
    public async Task Nobody_may_upload_or_open()
    {
        using var nobody = host.Caller(null);
        Assert.Equal(401, (await nobody.UploadAsync(Uploads.TinyPdf)).Status);
        Assert.Equal(401, (int)(await nobody.GetAsync("/api/v1/files/sample-pdf")).StatusCode);
    }

    private static Uploads.EndlessPdf Pdf(long length) => new(length) { Headers = { ContentType = new("application/pdf") } };

    private string[] Incoming() => System.IO.Directory.GetFiles(Path.Combine(host.Folder, "files", "incoming"));

    private static string? Text(JsonElement body, string name) => body.GetProperty(name).GetString();
}

public sealed class UploadsOnSqlite(SqliteFiles host) : UploadTests(host), IClassFixture<SqliteFiles>;

public sealed class UploadsOnPostgres(PostgresFiles host) : UploadTests(host), IClassFixture<PostgresFiles>;
