using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Madoguchi.Forms;

/// <summary>A draft of three hundred questions in the studio: opened after each change, and a change seen before it is saved.</summary>
internal sealed partial class StudioBench(string program, string library, string folder, int port)
{
    private const int Pages = 15;
    private const int Rounds = 25;
    private const int WarmUp = 10;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var city = await RunningCity.StartAsync(program, port, ("MADOGUCHI_LIBRARY", library), ("MADOGUCHI_DATA", Path.Combine(folder, "studio")), ("MADOGUCHI_DEMO", "1"));
        using var officer = RunningCity.Client(port);
        await PostAsync(officer, "/staff/sign-in", "/staff/sign-in", ("account", "clerk"));
        var home = await ImportAsync(officer);
        var (opened, form, looked) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var question = $"{home}/edit/question/q{Math.Abs(round) * 5 % 300}";
            await PostAsync(officer, question, question, ("label.ja", $"問い（{round}）"), ("required", "false"));
            var times = (await TimeAsync(officer, home, "q299"), await TimeAsync(officer, question, "label.ja"), await LookAsync(officer, question, round));
            if (round < 0) continue;
            opened.Add(times.Item1);
            form.Add(times.Item2);
            looked.Add(times.Item3);
        }

        await city.StopAsync();
        return
        [
            new("F8", "a draft of 300 questions opens after a change", Middle(opened), 300, "ms"),
            new("F9", "the form of one of its questions opens", Middle(form), 300, "ms"),
            new("F10", "a change shows in the preview, as it is typed", Middle(looked), 200, "ms"),
        ];
    }

    private async Task<string> ImportAsync(HttpClient officer)
    {
        var definition = JsonNode.Parse(BigForm.Definition(library, Pages))!.AsObject();
        definition["slug"] = "nagai-yoshiki";
        var text = definition.ToJsonString();
        var package = $$"""{"format": "madoguchi-procedure", "version": 1, "source": {"lgCode": "999997", "city": "みなと台市", "english": "Minatodai City", "prefecture": "潮見県", "slug": "nagai-yoshiki", "exportedOn": "2026-11-23"}, "licence": "Apache-2.0", "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}}", "definition": {{text}}}""";
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(package)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var form = new MultipartFormDataContent { { file, "\"file\"", "\"form.json\"" }, { new StringContent("kosodate"), "\"Division\"" }, { new StringContent("nagai-yoshiki"), "\"Slug\"" }, { new StringContent(await TokenAsync(officer, "/staff/studio/import")), "\"__RequestVerificationToken\"" } };
        using var answer = await officer.PostAsync("/staff/studio/import", form);
        var path = answer.RequestMessage!.RequestUri!.AbsolutePath;
        return path.EndsWith("/imported", StringComparison.Ordinal) ? path[..^"/imported".Length] : throw new InvalidOperationException($"the import ended at {path} with {(int)answer.StatusCode}");
    }

    private static async Task<double> TimeAsync(HttpClient officer, string path, string holds)
    {
        var watch = Stopwatch.GetTimestamp();
        var page = await officer.GetStringAsync(path);
        var time = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        return page.Contains(holds, StringComparison.Ordinal) ? time : throw new InvalidOperationException($"{path} has no {holds}");
    }

    private static async Task<double> LookAsync(HttpClient officer, string question, int round)
    {
        var look = question.Replace("/edit/", "/look/", StringComparison.Ordinal);
        using var form = Form(await TokenAsync(officer, question), ("label.ja", $"打った問い（{round}）"), ("required", "false"));
        var watch = Stopwatch.GetTimestamp();
        using var answer = await officer.PostAsync(look, form);
        var page = await answer.Content.ReadAsStringAsync();
        var time = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        return page.Contains($"打った問い（{round}）", StringComparison.Ordinal) ? time : throw new InvalidOperationException($"{look} does not show what was typed");
    }

    private static async Task PostAsync(HttpClient officer, string page, string action, params (string Name, string Value)[] fields)
    {
        using var form = Form(await TokenAsync(officer, page), fields);
        using var answer = await officer.PostAsync(action, form);
        answer.EnsureSuccessStatusCode();
    }

    private static FormUrlEncodedContent Form(string token, params (string Name, string Value)[] fields) =>
        new([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), .. token.Split('/', 2) is [var version, var own] ? [KeyValuePair.Create("version", version), KeyValuePair.Create("__RequestVerificationToken", own)] : (KeyValuePair<string, string>[])[]]);

    // The token of a page, behind the version its form speaks of.
    private static async Task<string> TokenAsync(HttpClient officer, string path)
    {
        var page = await officer.GetStringAsync(path);
        var token = Token().Match(page).Groups[1].Value;
        return path.Contains("/edit/", StringComparison.Ordinal) ? $"{Version().Match(page).Groups[1].Value}/{token}" : path.EndsWith("sign-in", StringComparison.Ordinal) ? "0/" + token : token;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();
}
