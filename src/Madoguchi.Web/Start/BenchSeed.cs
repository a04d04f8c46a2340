using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Madoguchi.Kernel;
using Madoguchi.Kernel.Settings;

namespace Madoguchi.Web.Start;

/// <summary>Fills a demo city for measurements: every application goes through the API, as an officer enters it for somebody without an account.</summary>
internal static class BenchSeed
{
    private const int Together = 64;

    public static async Task<int> RunAsync(CityOptions options, int count)
    {
        if (!options.Demo) return 2;
        await using var app = CityHallHost.Build(options with { Port = 0 });
        await app.Services.StartCityAsync();
        await app.StartAsync();
        var slug = Environment.GetEnvironmentVariable("BENCH_SLUG") ?? "bench-twelve";
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var example = JsonNode.Parse(await client.GetStringAsync($"/api/v1/procedures/{slug}"))!["example"]!.ToJsonString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-{Environment.GetEnvironmentVariable("BENCH_STAFF") ?? "manager"}");
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Together }, async (i, stop) =>
        {
            var body = $$$"""{"answers":{{{example}}},"channel":"counter","onBehalfOf":{"name":"計測 {{{i}}}","kana":"ケイソク"}}""";
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync($"/api/v1/procedures/{slug}/applications", content, stop);
            answer.EnsureSuccessStatusCode();
        });
        await app.StopAsync();
        return 0;
    }
}
