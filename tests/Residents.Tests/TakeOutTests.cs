using System.IO.Compression;
using System.Text.Json;
using Madoguchi.Residents.Contracts;
using Madoguchi.Testing;

namespace Residents.Tests;

/// <summary>自分のデータのダウンロード.</summary>
public sealed class TakeOutTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_resident_takes_home_what_the_city_holds_of_them_and_of_nobody_else(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var own = await SubmitAsync(city, "hanako");
        var others = await SubmitAsync(city, "taro");
        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        await hanako.GoAsync("/my/account");
        var (type, bytes) = await hanako.DownloadAsync("ダウンロードする");

        Assert.Equal("application/zip", type);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Contains("あなたのデータです", Text(zip, "README.txt"));
        Assert.Equal("青葉 花子", Json(zip, "account.json").GetProperty("fullName").GetString());
        Assert.Contains(Json(zip, "letters.json").EnumerateArray(), l => l.GetProperty("application").GetString() == own);
        Assert.Equal(JsonValueKind.Array, Json(zip, "looks.json").ValueKind);
        Assert.Equal(JsonValueKind.Array, Json(zip, "saved-forms.json").ValueKind);
        var matter = Json(zip, $"applications/{own}/application.json");
        Assert.Equal(own, matter.GetProperty("application").GetProperty("intakeNumber").GetString());
        Assert.Equal("arrived", matter.GetProperty("history")[0].GetProperty("kind").GetString());
        Assert.Contains(zip.Entries, e => e.FullName.StartsWith($"applications/{own}/files/", StringComparison.Ordinal) && e.Length > 0);
        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains(others, StringComparison.Ordinal) || e.FullName.Contains("..", StringComparison.Ordinal));
        Assert.DoesNotContain("渡邉", string.Concat(zip.Entries.Where(e => e.Name.EndsWith(".json", StringComparison.Ordinal)).Select(e => Text(zip, e.FullName))));
    }

    [Fact]
    public async Task A_name_of_a_file_leads_nowhere_else()
    {
        using var body = new MemoryStream();
        using (var zip = new ZipArchive(body, ZipArchiveMode.Create, leaveOpen: true))
        {
            var archive = new OwnDataArchive(zip);
            foreach (var name in new[] { "a/../../etc/passwd", "a/b\\..\\c", "a//b", "a/\u0000x" }) await archive.AddJsonAsync(name, 1, default);
        }

        using var read = new ZipArchive(body);
        Assert.Equal(["a/_/_/etc/passwd", "a/b_.._c", "a/_/b", "a/_x"], read.Entries.Select(e => e.FullName));
    }

    private static async Task<string> SubmitAsync(DemoCity city, string account)
    {
        var procedure = (await city.Get(null, "/api/v1/procedures/jido-teate-nintei")).Body;
        var (status, body) = await city.Post(account, "/api/v1/procedures/jido-teate-nintei/applications", new { answers = procedure.GetProperty("example") });
        Assert.Equal(201, status);
        return body.GetProperty("intakeNumber").GetString()!;
    }

    private static JsonElement Json(ZipArchive zip, string path) => JsonDocument.Parse(Text(zip, path)).RootElement;

    private static string Text(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
