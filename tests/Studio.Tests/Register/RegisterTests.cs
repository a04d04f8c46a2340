using System.Diagnostics;
using System.Text;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio;
using Madoguchi.Studio.Register;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests.Register;

/// <summary>手続棚卸: all procedures of a city, in and out as the national survey writes them.</summary>
public sealed class RegisterTests
{
    private const string Home = "/staff/studio/register";

    [Theory, ClassData(typeof(Databases))]
    public async Task Procedures_online_appear_by_themselves_with_their_real_matters_and_rates(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var answers = city.Get<IProcedures>().Find("shisei-anketo")!.Form.Example(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)));
        var (status, _) = await city.Post("hanako", "/api/v1/procedures/shisei-anketo/applications", new { answers });
        Assert.Equal(201, status);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync($"{Home}?q=市政アンケート");
        Assert.Equal(["1", "1"], Row(clerk, "市政アンケート").QuerySelectorAll("td").Skip(2).Take(2).Select(c => c.TextContent));
        await clerk.PressAsync("市政アンケート");
        Assert.Contains("みなと台市市政アンケート実施要領", clerk.Words);
        Assert.Contains("即日", clerk.Words);
        await clerk.Fill(("Minutes", "７"), ("Seal", "不要")).PressAsync("保存する");
        Assert.Equal(["7", "不要"], Row(clerk, "市政アンケート").QuerySelectorAll("td").Skip(4).Select(c => c.TextContent));

        await NewAsync(clerk, "KOHO-1", "広報モニターの委嘱", ("Minutes", "30"), ("Seal", "要"), ($"c{SurveyColumns.Online}", "2 未実施"), ($"c{SurveyColumns.Total}", "120"));
        await NewAsync(clerk, "KOHO-2", "後援の実績の報告", ("Minutes", "30"), ("Seal", "不要"), ($"c{SurveyColumns.Online}", "2 未実施"), ($"c{SurveyColumns.Total}", "120"));
        await NewAsync(clerk, "KOHO-3", "面談の申出", ("Minutes", "60"), ($"c{SurveyColumns.Online}", "3 適用除外"), ($"c{SurveyColumns.Total}", "999"));
        await clerk.GoAsync($"{Home}/figures?division=koho");
        var ranked = clerk.Page.QuerySelectorAll("section[aria-labelledby=ranking] tbody tr").Select(r => (Name: r.QuerySelector("th")!.TextContent.Trim(), Score: r.QuerySelectorAll("td")[^1].TextContent)).ToList();
        Assert.Equal([("後援の実績の報告", "60.0"), ("広報モニターの委嘱", "42.0")], ranked);
        var rates = clerk.Page.QuerySelectorAll("section:has(#rate) tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim(), r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToArray());
        Assert.Equal(["6", "4", "66.7%", "241", "1", "0.4%"], rates["すべての手続"]);
        Assert.Equal(["4", "4", "100.0%", "1", "1", "100.0%"], rates["実際の案件（オンラインの手続だけ）"]);
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task What_goes_out_comes_in_the_same_on_a_new_city(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var office = await city.OfficerAsync("dx");
        await NewAsync(office, "X-1", "=HYPERLINK(\"http://x\")", ("Minutes", "20"), ("WhyOffline", "＋窓口で相談してから\n書くため"), ($"c{SurveyColumns.Documents}", "住民票"), ($"c{SurveyColumns.Documents}", "戸籍"));
        await NewAsync(office, "X-2", "二つ目の、\"引用\"", ("Seal", "要"), ($"c{SurveyColumns.Online}", "4 その他"));
        var whole = await ExportAsync(office, own: true);
        var national = await ExportAsync(office, own: false);
        Assert.Equal([0xEF, 0xBB, 0xBF], whole[..3]);
        var lines = Encoding.UTF8.GetString(national).Split("\r\n");
        Assert.Equal(46, lines[0].Split(',').Length);
        Assert.StartsWith("手続ID,所管府省庁,手続名,法令名,根拠条項号", lines[1], StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", Encoding.UTF8.GetString(national), StringComparison.Ordinal);
        Assert.Contains("住民票;戸籍", Encoding.UTF8.GetString(national), StringComparison.Ordinal);
        Assert.Contains("'＋窓口で", Encoding.UTF8.GetString(whole), StringComparison.Ordinal);

        await using var fresh = await DemoCity.OpenOnAsync(database);
        using var other = await fresh.OfficerAsync("dx");
        await ImportAsync(other, whole);
        Assert.Contains("件を取り込みました", other.Words);
        Assert.Equal(Encoding.UTF8.GetString(whole), Encoding.UTF8.GetString(await ExportAsync(other, own: true)));
        // The national form knows nothing of minutes and reasons, and takes nothing of them away.
        await ImportAsync(other, national);
        Assert.Equal(Encoding.UTF8.GetString(whole), Encoding.UTF8.GetString(await ExportAsync(other, own: true)));
    }

    [Fact]
    public async Task A_file_with_a_fault_is_told_line_by_line_and_nothing_is_taken()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await ImportAsync(clerk, SurveyFiles.Of(
            SurveyFiles.Line("A-1", "よい行"), SurveyFiles.Line("A-2", "", (SurveyColumns.Online, "たぶん")), SurveyFiles.Line("A-1", "同じ番号"), ["列が", "足りない"], SurveyFiles.Line("", "番号なし"), SurveyFiles.Line("kaigo-nintei", "よその課")));
        Assert.Equal(400, clerk.Status);
        Assert.Contains("5行に誤りがあります", clerk.Words);
        var report = clerk.Page.QuerySelectorAll("table tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Take(3).Select(c => c.TextContent))).ToList();
        Assert.Contains("4|オンライン化の実施状況|「オンライン化の実施状況」は、調査の選択肢から選んでください。", report);
        Assert.Contains("4|手続名|手続名を500字までで入力してください。", report);
        Assert.Contains("5|手続ID|同じ手続IDの行が、上にもあります。", report);
        Assert.Contains(report, r => r.StartsWith("6||列の数が", StringComparison.Ordinal));
        Assert.Contains(report, r => r.StartsWith("8|担当課|ほかの課の手続です", StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync(city));

        foreach (var (bad, sentence) in new (byte[], string)[]
        {
            ([], "ファイルを選んでください"), (Encoding.UTF8.GetBytes("手続名,件数\r\nx,1\r\n"), "見出しの2行と46列"), ([0x81, 0x20, 0xFF, 0xFE, 0x80], "文字を読み取れません"),
            (Encoding.UTF8.GetBytes(SurveyFiles.Text([SurveyFiles.Line("A-1", "x")]) + "\"閉じない"), "読めなくなりました"),
        })
        {
            await ImportAsync(clerk, bad);
            Assert.Equal(400, clerk.Status);
            Assert.Contains(sentence, clerk.Words);
        }

        Assert.Equal(0, await CountAsync(city));
    }

    [Fact]
    public async Task A_file_of_a_spreadsheet_in_CP932_is_read_and_replaces_by_id()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        var japanese = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        await ImportAsync(clerk, japanese.GetBytes(SurveyFiles.Text([SurveyFiles.Line("A-1", "髙橋①の届出", (SurveyColumns.Shared, "○"), (SurveyColumns.Online, "2"))])));
        Assert.Contains("1件を取り込みました", clerk.Words);
        await ImportAsync(clerk, SurveyFiles.Of(SurveyFiles.Line("A-1", "新しい名前", (SurveyColumns.Total, "5"))));
        await using var scope = city.Services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<StudioDb>().Register.SingleAsync();
        Assert.Equal(("新しい名前", 5, "koho", 2), (entry.Name, entry.Total, entry.Division, entry.Version));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_large_register_comes_in_pages_and_is_ranked(string database)
    {
        const int Count = 12_000;
        await using var city = await DemoCity.OpenOnAsync(database);
        using var office = await city.OfficerAsync("dx");
        var watch = Stopwatch.StartNew();
        await ImportAsync(office, SurveyFiles.Of(SurveyFiles.Many(Count)));
        Assert.Contains("12,000件を取り込みました", office.Words.Replace("12000", "12,000", StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage($"{database}: {Count} lines in {watch.ElapsedMilliseconds} ms");
        Assert.Equal(Count, await CountAsync(city));

        await office.GoAsync($"{Home}?q=見本の手続&online=2");
        var seen = new HashSet<string>();
        for (var page = 0; page < 3; page++)
        {
            var ids = office.Page.QuerySelectorAll("tbody th .dads-quiet").Select(c => c.TextContent).ToList();
            Assert.Equal(50, ids.Count);
            Assert.All(ids, id => Assert.True(seen.Add(id)));
            await office.PressAsync("次へ");
        }

        watch.Restart();
        await office.GoAsync($"{Home}/figures");
        TestContext.Current.SendDiagnosticMessage($"{database}: figures in {watch.ElapsedMilliseconds} ms");
        Assert.Contains("並べていない手続が8000件", office.Words);
        foreach (var strange in new[] { "after=e:", "after=%00%00%00", "after=c:zzz", "q=%00", "online=9&division=nowhere&counted=x" })
        {
            await office.GoAsync($"{Home}?{strange}");
            Assert.True(office.Status is 200 or 400, strange);
        }
    }

    [Fact]
    public async Task A_division_changes_its_own_lines_only_and_nobody_overwrites_another()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await NewAsync(clerk, "KOHO-1", "広報モニターの委嘱");
        var path = (await clerk.GoAsync($"{Home}?q=モニター")).Page.QuerySelector("tbody th a")!.GetAttribute("href")!;
        using var stranger = await city.OfficerAsync("kaigo-clerk");
        await stranger.GoAsync(path);
        Assert.Contains("ほかの課の手続です", stranger.Words);
        Assert.DoesNotContain(stranger.Page.QuerySelectorAll("main button"), b => b.TextContent.Trim() == "保存する");
        await ImportAsync(stranger, SurveyFiles.Of(SurveyFiles.Line("KOHO-1", "取った")));
        Assert.Contains("ほかの課の手続です。その課の人が直してください。", stranger.Words);

        using var chief = await city.OfficerAsync("koho-chief");
        await clerk.GoAsync(path);
        await chief.GoAsync(path);
        await chief.Fill($"c{SurveyColumns.Name}", "広報モニターの委嘱の届出").PressAsync("保存する");
        await clerk.Fill($"c{SurveyColumns.Name}", "遅れた名前").PressAsync("保存する");
        Assert.Equal(409, clerk.Status);
        Assert.Equal("遅れた名前", clerk.ValueOf($"c{SurveyColumns.Name}"));
        await chief.GoAsync(path);
        await chief.PressAsync("手続棚卸から消す");
        Assert.Equal(0, await CountAsync(city));
        await chief.GoAsync($"{Home}/entry/nobody");
        Assert.Equal(404, chief.Status);
        using var admin = await city.OfficerAsync("admin");
        await admin.GoAsync(Home);
        Assert.Equal(403, admin.Status);
    }

    private static async Task NewAsync(Visitor officer, string id, string name, params (string Field, string Value)[] fields)
    {
        await officer.GoAsync($"{Home}/entry/new");
        officer.Fill(($"c{SurveyColumns.Id}", id), ($"c{SurveyColumns.Name}", name));
        foreach (var (field, value) in fields) officer.Fill(field, value);
        await officer.PressAsync("保存する");
        Assert.Equal(200, officer.Status);
        Assert.StartsWith($"{Home}?q=", officer.Path, StringComparison.Ordinal);
    }

    private static async Task ImportAsync(Visitor officer, byte[] file)
    {
        await officer.GoAsync($"{Home}/import");
        await officer.Attach("file", "手続棚卸.csv", file, "text/csv").PressAsync("取り込む");
    }

    private static async Task<byte[]> ExportAsync(Visitor officer, bool own)
    {
        await officer.GoAsync(Home);
        if (own) officer.Fill("own", "true");
        var (type, content) = await officer.DownloadAsync("CSVを書き出す");
        Assert.Equal("text/csv", type);
        return content;
    }

    private static AngleSharp.Dom.IElement Row(Visitor officer, string name) => officer.Page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th a")!.TextContent == name);

    private static async Task<int> CountAsync(DemoCity city)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StudioDb>().Register.CountAsync();
    }
}
