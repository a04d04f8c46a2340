using System.Text;
using System.Text.Json.Nodes;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio.Domain;
using Madoguchi.Studio.Sharing;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests.Sharing;

/// <summary>A procedure leaves as one file and comes in as one: whole, or not at all.</summary>
public sealed class ShareTests(Cities cities) : IClassFixture<Cities>
{
    [Theory, ClassData(typeof(Databases))]
    public async Task A_published_edition_goes_out_whole_and_comes_home_as_it_was(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/procedures/koen-meigi");
        await clerk.PressAsync("ほかの市へ渡す");
        Assert.Contains("公開中の第1版", clerk.Words);
        var (type, file) = await clerk.DownloadAsync("書き出す");
        Assert.Equal("application/json", type);
        var json = Packages.Json(file);
        Assert.Equal(("madoguchi-procedure", 1, "999997", "みなと台市", 1), (json.GetProperty("format").GetString(), json.GetProperty("version").GetInt32(), json.GetProperty("source").GetProperty("lgCode").GetString(), json.GetProperty("source").GetProperty("city").GetString(), json.GetProperty("source").GetProperty("edition").GetInt32()));
        var definition = city.Get<IDefinitions>().Text("koen-meigi", 1)!;
        Assert.Equal(definition, json.GetProperty("definition").GetRawText());
        Assert.Equal(ProcedurePackage.HashOf(definition), json.GetProperty("sha256").GetString());
        Assert.DoesNotContain("koho-clerk", Encoding.UTF8.GetString(file));
        Assert.DoesNotContain("宮本", Encoding.UTF8.GetString(file));

        await clerk.ImportAsync(file, slug: $"koen-{database}");
        Assert.Equal("読み込んだ結果", clerk.Heading);
        var draft = await city.DraftAsync(clerk.Id());
        Assert.Equal(($"koen-{database}", "koho", DraftStart.Package, DraftState.Editing), (draft.Slug, draft.Division, draft.StartedFrom, draft.State));
        var (kept, given) = (JsonNode.Parse(draft.Definition)!.AsObject(), JsonNode.Parse(definition)!.AsObject());
        given["slug"] = $"koen-{database}";
        Assert.True(JsonNode.DeepEquals(given, kept), draft.Definition);
        Assert.Equal(1, await city.AuditedAsync("procedures.imported", draft.Id));
    }

    [Theory, ClassData(typeof(Databases))]
    public async Task A_file_of_another_city_becomes_a_draft_here_and_says_what_to_choose_anew(string database)
    {
        var city = await cities.On(database);
        using var clerk = await city.OfficerAsync("koho-clerk");
        var file = Packages.Of(city, "koen-meigi", d =>
        {
            d["route"] = JsonNode.Parse("""[{"step": 1, "kind": "concur", "post": "kamome.hosei"}, {"step": 2, "kind": "decide", "post": "own:manager"}]""");
            d["summary"]!["ja"] = "かもめ市役所 0123-45-6789、kamome@city.kamome.example.jp へどうぞ。";
            d["example"]!["applicant"] = JsonNode.Parse("""{"family": "鴎", "given": "次郎", "familyKana": "カモメ", "givenKana": "ジロウ"}""");
        });
        await clerk.ImportAsync(file);
        Assert.Equal("読み込んだ結果", clerk.Heading);
        Assert.Contains("かもめ市の第4版から、下書きを作りました。", clerk.Words);
        Assert.Contains("決裁ルートの職「kamome.hosei」は、この市にありません。", clerk.Words);
        Assert.Contains("元の市の連絡先を消しました。", clerk.Words);
        var draft = await city.DraftAsync(clerk.Id());
        Assert.DoesNotContain("0123-45-6789", draft.Definition);
        Assert.DoesNotContain("kamome@city", draft.Definition);
        Assert.DoesNotContain("kamome.hosei", draft.Definition);
        Assert.DoesNotContain("次郎", draft.Definition);
        Assert.DoesNotContain("磯県", draft.Definition);
        var kept = JsonNode.Parse(draft.Definition)!;
        Assert.Equal(("koho", "koho", "みなと台市長", "own:manager"), (kept["division"]!.ToString(), kept["owner"]!.ToString(), kept["disposingAuthority"]!.ToString(), kept["route"]![0]!["post"]!.ToString()));
        await clerk.PressAsync("決裁ルート");
        Assert.Equal(200, clerk.Status);
        await clerk.GoAsync(clerk.Home());
        Assert.Contains("読み込んだ結果", clerk.Words);

        // The name is taken now: the second one gets a number.
        await clerk.ImportAsync(file);
        Assert.Equal("koen-meigi-kamome-2", (await city.DraftAsync(clerk.Id())).Slug);
    }

    [Fact]
    public async Task Every_procedure_of_the_library_survives_the_way_to_another_city()
    {
        var city = await cities.On("sqlite");
        await using var scope = city.Services.CreateAsyncScope();
        var (reader, adapt) = (scope.ServiceProvider.GetRequiredService<PackageReader>(), scope.ServiceProvider.GetRequiredService<AdaptToCity>());
        var definitions = city.Get<IDefinitions>();
        foreach (var slug in definitions.Library.Keys)
        {
            var (package, faults) = reader.Read(Packages.Of(city, slug));
            Assert.True(package is not null, $"{slug}: {string.Join("; ", faults)}");
            var (definition, notes) = adapt.Run(package);
            adapt.Settle(definition, package, city.Get<Madoguchi.Directory.Contracts.IDirectory>().Division("koho")!, slug + "-kamome", notes);
            Assert.True(definitions.Read(definition.Text).Edition is not null, $"{slug}: {string.Join("; ", definitions.Read(definition.Text).Faults)}");
            Assert.DoesNotContain(Packages.OtherCity + "役所", definition.Text);
            Assert.DoesNotContain("000-000-1", definition.Text);
            var again = adapt.Run(package).Definition.Text;
            Assert.Equal(again, adapt.Run(package).Definition.Text);
        }
    }

    [Fact]
    public async Task A_draft_goes_out_too_and_nobody_elses()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.WithSurveyAsync("渡すアンケート", "ワタスアンケート");
        var id = clerk.Id();
        await clerk.PressAsync("ほかの市へ渡す");
        var (_, file) = await clerk.DownloadAsync("書き出す");
        Assert.False(Packages.Json(file).GetProperty("source").TryGetProperty("edition", out _));
        Assert.Equal(1, await city.AuditedAsync("procedures.draftExported", id));
        using var stranger = await city.OfficerAsync("kaigo-clerk");
        foreach (var path in (string[])[$"/staff/studio/share/{id}", "/staff/studio/share/koen-meigi", "/staff/studio/share/nobody", $"/staff/studio/{id}/imported", "/staff/studio/update/koen-meigi"])
        {
            await stranger.GoAsync(path);
            Assert.Equal(404, stranger.Status);
        }
    }

    [Fact]
    public async Task A_file_with_faults_is_refused_whole_with_place_and_reason_of_each()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        var before = await DraftsAsync(city);
        var two = Packages.Of(city, "shisei-anketo", d =>
        {
            d["period"]!["days"] = -1;
            d["form"]!["pages"]![0]!["questions"]![0]!["colour"] = "red";
        });
        await clerk.ImportAsync(two);
        Assert.Equal(400, clerk.Status);
        Assert.Contains("読み込めません（誤り2件）", clerk.Words);
        Assert.Contains("$.period.days0から", clerk.Words);
        Assert.Contains("$.form.pages[0].questions[0].colour", clerk.Words);

        var good = Packages.Of(city, "shisei-anketo");
        foreach (var (file, sentence) in Hostile(good))
        {
            await clerk.ImportAsync(file);
            Assert.Equal(400, clerk.Status);
            Assert.Contains(sentence, clerk.Words);
        }

        Assert.Equal(before, await DraftsAsync(city));
        await clerk.GoAsync("/staff/studio/import");
        await clerk.PressAsync("読み込む");
        Assert.Contains("ファイルを選んでください。", clerk.Words);
        clerk.Page.QuerySelector("option[value=koho]")!.SetAttribute("value", "kaigo");
        await clerk.Fill("Division", "kaigo").Attach("file", "x.json", good, "application/json").PressAsync("読み込む");
        Assert.Contains("手続を変える権限のある課を選んでください。", clerk.Words);
        Assert.Equal(before, await DraftsAsync(city));
    }

    private static IEnumerable<(byte[] File, string Sentence)> Hostile(byte[] good)
    {
        yield return (good.With("\"version\": 1", "\"version\": 2"), "新しい形式（2）のファイルです。");
        yield return (good.With("\"format\": \"madoguchi-procedure\"", "\"format\": \"other\""), "手続の書き出しファイルではありません。");
        yield return (good.With("\"sha256\": \"", "\"sha256\": \"0"), "中身が書き出した時と違います。");
        yield return (good.With("\"correctionDays\":7", "\"correctionDays\":8"), "中身が書き出した時と違います。");
        yield return (good.With("\"licence\"", "\"format\": \"madoguchi-procedure\", \"licence\""), "同じキーが二度書かれています。");
        yield return (good.With("\"licence\"", "\"path\": \"../../etc/passwd\", \"licence\""), "この形式にないキーです。");
        yield return (good.With("市の取組みについて", "\\u0007市の取組みについて"), "画面に出せない文字が含まれています");
        yield return (good.With("\"city\": \"かもめ市\"", "\"city\": \"<b>市\""), "市の名として読めません。");
        yield return (good.With("999998", "99999x"), "全国地方公共団体コード（6桁）がありません。");
        yield return (good.With("\"source\"", "\"origin\""), "どの市から来たかが書かれていません。");
        yield return (good[..(good.Length / 2)], "JSON として読めません。");
        yield return (Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 100_000))), "JSON として読めません。");
        yield return ("PK\u0003\u0004zip"u8.ToArray(), "圧縮されたファイル（zipなど）は読み込めません。");
        yield return (new byte[ProcedurePackage.LargestFile + 10], "ファイルが大きすぎます");
        yield return ([.. good[..40], 0xFF, 0xFE, .. good[40..]], "文字が UTF-8 として正しくありません。");
        yield return ("null"u8.ToArray(), "手続の書き出しファイルではありません。");
    }

    private static async Task<int> DraftsAsync(DemoCity city)
    {
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Madoguchi.Studio.StudioDb>().All.CountAsync();
    }
}
