using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Madoguchi.Forms;

/// <summary>The same city with the library and with a thousand procedures: start, memory, the catalogue page.</summary>
internal sealed class CatalogueBench(string program, string library, string folder, int port)
{
    private const int Starts = 3;
    private const int Many = 1000;
    private static readonly string[] Searches = ["住民票", "ひっこし", "子供が生まれたらもらえるお金", "そだいごみ", "児童手宛", "会社を辞めた 保険", "moving out", "家の前の道に穴があいている", "ラーメン", "介護"];

    private sealed record City(double StartMs, double Megabytes, double PageMs, double SearchMs);

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var few = await MeasureAsync(library, "few");
        var many = await MeasureAsync(Multiply(), "many");
        return
        [
            new("F4", $"memory of {Many} procedures, beyond that of the library", many.Megabytes - few.Megabytes, 150, "MB"),
            new("F5", $"start with {Many} procedures, beyond that with the library", many.StartMs - few.StartMs, 1000, "ms"),
            new("F6", $"catalogue page of {Many} procedures", many.PageMs, 20, "ms"),
            new("F7", $"suggestions for a search among {Many} procedures", many.SearchMs, 5, "ms"),
        ];
    }

    private string Multiply()
    {
        var target = Path.Combine(folder, "library");
        System.IO.Directory.CreateDirectory(target);
        var files = System.IO.Directory.GetFiles(library, "*.json").Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < Many; i++)
        {
            var definition = JsonNode.Parse(File.ReadAllText(files[i % files.Count]))!.AsObject();
            var slug = i < files.Count ? (string)definition["slug"]! : $"{definition["slug"]}-{i}";
            if (i >= files.Count) Rename(definition, slug, i);
            File.WriteAllText(Path.Combine(target, slug + ".json"), definition.ToJsonString());
        }

        return target;
    }

    private static void Rename(JsonObject definition, string slug, int number)
    {
        definition["slug"] = slug;
        definition["kana"] = (string)definition["kana"]! + string.Concat(number.ToString().Select(digit => "レイイニサシゴロナハク"[digit - '0']));
        if (definition["title"] is JsonObject title) title["ja"] = $"{title["ja"]} 第{number}号";
        definition.Remove("formNumber");
    }

    private async Task<City> MeasureAsync(string shelf, string name)
    {
        var data = Path.Combine(folder, name);
        using (var first = await StartAsync(shelf, data)) await first.StopAsync();
        var starts = new List<(double Start, double Memory, double Page, double Search)>();
        for (var i = 0; i < Starts; i++)
        {
            using var city = await StartAsync(shelf, data);
            var page = await AnswerAsync(["/search"]);
            var memory = Resident(city.Process);
            var search = await AnswerAsync([.. Searches.Select(q => $"/search/suggest?q={Uri.EscapeDataString(q)}")]);
            starts.Add((city.Milliseconds, memory, page, search));
            await city.StopAsync();
        }

        return new(Middle(starts.Select(s => s.Start)), Middle(starts.Select(s => s.Memory)), Middle(starts.Select(s => s.Page)), Middle(starts.Select(s => s.Search)));
    }

    private Task<RunningCity> StartAsync(string shelf, string data) => RunningCity.StartAsync(program, port, ("MADOGUCHI_LIBRARY", shelf), ("MADOGUCHI_DATA", data));

    private async Task<double> AnswerAsync(string[] paths)
    {
        using var http = RunningCity.Client(port);
        var times = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            (await http.GetAsync(paths[i % paths.Length])).EnsureSuccessStatusCode();
            if (i >= 20) times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        return Middle(times);
    }

    private static double Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
