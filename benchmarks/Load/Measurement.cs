using System.Diagnostics;
using System.Globalization;

namespace Madoguchi.Load;

/// <summary>One line of the table: requests per second, medians over the rounds; the ratio is the median of the rounds' own ratios.</summary>
internal sealed record Workload(string Id, string Database, int Connections, int Rows, string Format, double Product, double Floor, double Ratio, string Range, Latency Latency, Latency FloorLatency);

/// <summary>Half of the answers come within P50, all but one in a hundred within P99; milliseconds.</summary>
internal sealed record Latency(double P50, double P99)
{
    public override string ToString() => $"{P50:0.0}/{P99:0.0}";
}

/// <summary>Product and floor in turn, each warmed up, only correct answers counted.</summary>
internal static class Measurement
{
    private const int FirstWarming = 15;
    private static readonly HashSet<string> Warmed = [];

    private sealed record Round(double PerSecond, Latency Latency);

    public static async Task<Workload> RunAsync(IPair pair, string id, string format, int connections, Options options)
    {
        var (product, floor) = (pair.Product(id, format), pair.Floor(id, format));
        await WarmAsync(product, connections);
        await WarmAsync(floor, connections);
        var (products, floors) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < options.Rounds; round++)
        {
            products.Add(await LoadAsync(product, connections, options.Seconds));
            floors.Add(await LoadAsync(floor, connections, options.Seconds));
        }

        var ratios = products.Zip(floors, (p, f) => p.PerSecond / f.PerSecond).Order().ToArray();
        var line = new Workload(id, pair.Database, connections, options.Rows, format,
            Math.Round(Median(products.Select(r => r.PerSecond)), 1), Math.Round(Median(floors.Select(r => r.PerSecond)), 1), Math.Round(Median(ratios), 3),
            $"[{ratios[0]:0.00}..{ratios[^1]:0.00}]",
            Middle(products), Middle(floors));
        await Console.Error.WriteLineAsync($"{id} {pair.Database} {format} {connections}: {line.Product:n0} / {line.Floor:n0} = {line.Ratio:0.00} {line.Range}");
        return line;
    }

    // A runtime that still compiles what it runs is no measure of either program: warm is when three rounds in a row bring nothing better.
    // Not before half a minute of a program's first load: until then it stands still at a third of its speed, counting what is hot.
    private static async Task WarmAsync(Target target, int connections)
    {
        var least = Warmed.Add(target.Url) ? FirstWarming : 0;
        var (best, without) = (0.0, 0);
        for (var round = 0; round < least + 10 && (round < least || without < 3); round++)
        {
            var now = (await LoadAsync(target, connections, 2)).PerSecond;
            without = now > best * 1.03 ? 0 : without + 1;
            best = Math.Max(best, now);
        }
    }

    private static async Task<Round> LoadAsync(Target target, int connections, int seconds)
    {
        var start = new ProcessStartInfo("wrk",
            ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "30s", "--latency", "-s", Path.Combine(AppContext.BaseDirectory, "request.lua"), target.Url, "--", target.Method, target.BodyFile ?? "-", .. target.Headers])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var wrk = Process.Start(start)!;
        var errors = wrk.StandardError.ReadToEndAsync();
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var result = output.Split('\n').FirstOrDefault(l => l.StartsWith("RESULT ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk measured nothing:\n{output}{await errors}");
        var n = result.Split(' ').Skip(1).Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray();
        if (n[2] + n[3] > 0) throw new InvalidOperationException($"{target.Url}: {n[2]} wrong answers, {n[3]} broken connections; nothing of this counts");
        return new(n[0] / (n[1] / 1_000_000), new Latency(n[4] / 1000, n[5] / 1000));
    }

    private static Latency Middle(IReadOnlyList<Round> rounds) => new(Math.Round(Median(rounds.Select(r => r.Latency.P50)), 2), Math.Round(Median(rounds.Select(r => r.Latency.P99)), 2));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
