using System.Text.Json;
using Madoguchi.Load;

// The one place that decides what is measured; ./bench prepares programs and PostgreSQL and calls it.
var options = Options.Parse(args);
var results = new List<Workload>();
if (options.Portal) await PortalAsync();
else await DatabasesAsync();

if (options.Json)
{
    Console.WriteLine(JsonSerializer.Serialize(new { workloads = results.Select(r => new { id = r.Id, database = r.Database, connections = r.Connections, rows = r.Rows, format = r.Format, product = r.Product, floor = r.Floor, ratio = r.Ratio, unit = "req/s", p50Ms = r.Latency.P50, p99Ms = r.Latency.P99 }) }));
    return;
}

Console.WriteLine($"{"",-10}{"database",-10}{"format",-8}{"conns",6}{"product/s",12}{"floor/s",12}{"ratio",8}  {"range",-14}p50/p99 ms product · floor");
foreach (var r in results)
    Console.WriteLine($"{r.Id,-10}{r.Database,-10}{r.Format,-8}{r.Connections,6}{r.Product,12:n0}{r.Floor,12:n0}{r.Ratio,8:0.00}  {r.Range,-14}{r.Latency} · {r.FloorLatency}");

async Task PortalAsync()
{
    await using var pair = await Portal.StartAsync();
    foreach (var page in Portal.Pages)
        foreach (var connections in options.Connections)
            results.Add(await Measurement.RunAsync(pair, page, "html", connections, options));
}

async Task DatabasesAsync()
{
    foreach (var database in options.Databases)
    {
        await using var pair = await Pair.StartAsync(database, options);
        foreach (var id in options.Workloads)
            foreach (var format in id == "S2" && !options.Quick ? new[] { "json", "html" } : ["json"])
                foreach (var connections in options.Connections)
                    results.Add(await Measurement.RunAsync(pair, id, format, connections, options));
    }
}
