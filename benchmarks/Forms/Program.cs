using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Madoguchi.Forms;

// Called by ./bench form, which publishes the program and gives the folders.
string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set");
using var free = new TcpListener(IPAddress.Loopback, 0);
free.Start();
var port = ((IPEndPoint)free.LocalEndpoint).Port;
free.Stop();

var library = Setting("BENCH_LIBRARY");
List<Figure> figures = args.Contains("--studio")
    ? [.. await new StudioBench(Setting("BENCH_WEB"), library, Setting("BENCH_FOLDER"), port).RunAsync()]
    : [.. EngineBench.Run(library), .. await new CatalogueBench(Setting("BENCH_WEB"), library, Setting("BENCH_FOLDER"), port).RunAsync(), .. await new StudioBench(Setting("BENCH_WEB"), library, Setting("BENCH_FOLDER"), port).RunAsync()];
if (args.Contains("--json"))
    Console.WriteLine(JsonSerializer.Serialize(new { workloads = figures.Select(f => new { id = f.Id, what = f.What, value = Math.Round(f.Value, 2), goal = f.Goal, unit = f.Unit }) }));
else
    foreach (var f in figures) Console.WriteLine($"{f.Id,-4}{f.What,-60}{f.Value,10:0.00} {f.Unit,-3} goal ≤ {f.Goal} {f.Unit}{(f.Value <= f.Goal ? "" : "  NOT REACHED")}");
