using System.Text.Json.Nodes;
using Madoguchi.Directory.Accessibility;
using Madoguchi.Directory.Contracts;
using Madoguchi.Directory.Domain;
using Madoguchi.Kernel.Keys;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace Directory.Tests.Accessibility;

/// <summary>方針と試験結果: what municipalities publish, from a file the city writes, never saying more than was tested.</summary>
public sealed class AccessibilityPagesTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public void The_standard_has_38_criteria_25_of_A_and_13_of_AA()
    {
        Assert.Equal(38, Criteria.All.Distinct().Count());
        Assert.Equal(13, Criteria.All.Count(n => Criteria.LevelOf(n) == "AA"));
        Assert.DoesNotContain("1.4.10", Criteria.All);
        foreach (var language in Languages.All) Assert.Equal(38, Criteria.All.Select(n => city.Get<Texts>().Get(language, $"accessibility.sc.{n}").ToString()).Distinct().Count());
    }

    [Theory]
    [InlineData("", "対象範囲 目標とする適合レベルと対応度 達成期限 例外事項 追加する達成基準 できること 現時点で把握している問題点と対応 アクセシビリティの試験結果 担当と連絡先")]
    [InlineData("/en", "What it covers")]
    [InlineData("/ja-easy", "できないもの")]
    public async Task The_policy_says_every_point_it_must(string language, string headings)
    {
        using var reader = city.Visitor();
        await reader.GoAsync(language + "/accessibility");
        Assert.Equal(9, reader.Page.QuerySelectorAll("main h2").Length);
        Assert.Contains(headings, string.Join(' ', reader.Page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim())), StringComparison.Ordinal);
        Assert.Contains("AA", reader.Words);
        Assert.Contains(language == "" ? "令和10年3月31日" : "2028", reader.Words);
        Assert.Contains("000-000-1901", reader.Words);
        Assert.NotNull(reader.Page.QuerySelector("a[href='mailto:dx@minatodai.example.jp']"));
        Assert.NotNull(reader.Page.QuerySelector($"main a[href='{language}/accessibility/result']"));
    }

    [Theory, InlineData(""), InlineData("/en"), InlineData("/ja-easy")]
    public async Task The_result_lists_every_criterion_once_with_headers(string language)
    {
        using var reader = city.Visitor();
        await reader.GoAsync(language + "/accessibility/result");
        var table = reader.Page.QuerySelector("main table")!;
        Assert.Equal(5, table.QuerySelectorAll("thead th[scope=col]").Length);
        Assert.NotEqual("", table.QuerySelector("caption")!.TextContent.Trim());
        Assert.Equal(Criteria.All, table.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("th[scope=row]")!.TextContent.Trim().Split(' ')[0]));
        Assert.All(table.QuerySelectorAll("tbody tr"), r => Assert.Equal(4, r.QuerySelectorAll("td").Length));
        Assert.Contains("JIS X 8341-3:2016", reader.Words);
        Assert.Contains("WAI-ARIA", reader.Words);
        Assert.DoesNotContain("accessibility.", reader.Words);
        Assert.NotNull(reader.Page.QuerySelector("main a[href='/procedures/jido-teate-nintei']"));
        foreach (var page in reader.Page.QuerySelectorAll("main ul a").Select(a => a.GetAttribute("href")!))
            Assert.Equal(200, (await reader.GoAsync(page)).Status);
    }

    [Fact]
    public async Task The_demo_claims_no_more_than_programs_have_seen()
    {
        using var reader = city.Visitor();
        await reader.GoAsync("/accessibility/result");
        Assert.Contains("適合レベルAAに配慮しています", reader.Words);
        Assert.Contains("表明していません", reader.Words);
        Assert.DoesNotContain("AAに準拠しています", reader.Words);
        Assert.Contains("適合 0、", reader.Words);
    }

    [Theory]
    [InlineData("pass", "both", nameof(Degree.Conforming))]
    [InlineData("pass", "people", nameof(Degree.Conforming))]
    [InlineData("pass", "machine", nameof(Degree.Considering))]
    [InlineData("fail", "people", nameof(Degree.Partly))]
    [InlineData("untested", null, nameof(Degree.Considering))]
    public async Task The_degree_follows_from_the_results(string result, string? by, string expected)
    {
        var file = await OpenAsync(report =>
        {
            foreach (var row in Rows(report)) (row["applies"], row["result"], row["by"], row["note"]) = (true, "pass", "both", null);
            var last = Rows(report).Last();
            (last["result"], last["by"], last["note"]) = (result, by, new JsonObject { ["ja"] = "一つのページで足りません。" });
        });
        Assert.Equal(expected, file.Report.Result!.Degree.ToString());
    }

    public static TheoryData<string, Action<JsonObject>> Wrong() => new()
    {
        { "1.1.1 が0回", r => r["result"]!["criteria"]!.AsArray().RemoveAt(0) },
        { "1.1.1 が2回", r => r["result"]!["criteria"]!.AsArray().Add(Rows(r)[0].DeepClone()) },
        { "1.4.10 は", r => r["result"]!["criteria"]!.AsArray().Add(new JsonObject { ["number"] = "1.4.10", ["applies"] = false }) },
        { "1.1.1 をだれが", r => Rows(r)[0].Remove("by") },
        { "1.1.1 に result", r => Rows(r)[0].Remove("result") },
        { "1.2.1 は適用がない", r => Rows(r)[1]["result"] = "pass" },
        { "理由を note", r => { Rows(r)[0]["result"] = "fail"; Rows(r)[0].Remove("note"); } },
        { "今後の対応方針", r => { Rows(r)[0]["result"] = "fail"; r["result"]!.AsObject().Remove("plan"); } },
        { "順の日付", r => r["result"]!["from"] = "2027-01-01" },
        { "日付を書いて", r => r["result"]!.AsObject().Remove("statedOn") },
        { "result.pages", r => r["result"]!["pages"] = new JsonArray("https://elsewhere.example/") },
        { "result.technologies", r => r["result"]!["technologies"] = new JsonArray() },
        { "result.criteria[2]: 中身がありません", r => r["result"]!["criteria"]!.AsArray()[2] = null },
        { "policy.exceptions[0]: 中身がありません", r => r["policy"]!["exceptions"] = new JsonArray((JsonNode?)null) },
        { "result.pages[1]: 中身がありません", r => r["result"]!["pages"] = new JsonArray("/", null) },
        { "result.means[0]: 中身がありません", r => r["result"]!["means"] = new JsonArray((JsonNode?)null) },
        { "result: 日本語のない文", r => r["result"]!["means"] = new JsonArray(new JsonObject { ["en"] = "only" }) },
        { "という課はありません", r => r["policy"]!["division"] = "nobody" },
        { "accessibility.json", r => r["polcy"] = new JsonObject() },
        { "accessibility.json", r => r["result"]!["selection"] = "some" },
    };

    [Theory, MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_file_stops_the_start_and_says_where(string told, Action<JsonObject> change)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync(change));
        Assert.Contains(told, refused.Message);
    }

    [Fact]
    public async Task Without_a_file_no_test_has_been_made()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("madoguchi-").FullName;
        var file = new AccessibilityFile(new CityOptions { Demo = false, DataFolder = folder, DemoFolder = Repository.File("demo") }, new DirectoryBook(TimeProvider.System));
        await file.StartAsync(default);
        Assert.Equal(AccessibilityReport.None, file.Report);
        System.IO.Directory.Delete(folder);

        await using var other = await DemoCity.OpenOnAsync("sqlite");
        await File.WriteAllTextAsync(Path.Combine(other.Folder, "accessibility.json"), "{}");
        await other.RestartAsync();
        using var reader = other.Visitor();
        await reader.GoAsync("/accessibility/result");
        Assert.Contains("試験は、まだ行っていません。", reader.Words);
        Assert.Null(reader.Page.QuerySelector("main table"));
        await reader.GoAsync("/en/accessibility");
        Assert.Contains("No test has been made yet.", reader.Words);
        Assert.Contains("Not decided yet.", reader.Words);
    }

    private async Task<AccessibilityFile> OpenAsync(Action<JsonObject> change)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("madoguchi-").FullName;
        try
        {
            var report = JsonNode.Parse(await File.ReadAllTextAsync(Repository.File("demo", "accessibility.json")))!.AsObject();
            change(report);
            await File.WriteAllTextAsync(Path.Combine(folder, "accessibility.json"), report.ToJsonString());
            var file = new AccessibilityFile(new CityOptions { Demo = false, DataFolder = folder }, city.Get<IDirectory>());
            await file.StartAsync(default);
            return file;
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static List<JsonObject> Rows(JsonObject report) => [.. report["result"]!["criteria"]!.AsArray().Select(r => r!.AsObject())];
}
