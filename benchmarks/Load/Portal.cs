using System.Globalization;

namespace Madoguchi.Load;

/// <summary>
/// The pages most people open: the city with its whole library, against a Razor page of as many bytes that asks nobody anything.
/// The environment says where things are: BENCH_WEB, BENCH_FLOOR (programs), BENCH_FOLDER (scratch), BENCH_LIBRARY.
/// </summary>
internal sealed class Portal : IPair
{
    private static readonly Dictionary<string, string> Paths = new()
    {
        ["home"] = "/",
        ["search"] = "/search?q=" + Uri.EscapeDataString("子どもが生まれた"),
        // The same page, in a way that is never kept.
        ["made"] = "/search?from=0&q=" + Uri.EscapeDataString("子どもが生まれた"),
        ["procedure"] = "/procedures/jido-teate-nintei",
    };

    private readonly Programs programs = new();
    private readonly int productPort = Programs.FreePort();
    private readonly int floorPort = Programs.FreePort();
    private readonly string folder = System.IO.Directory.CreateDirectory(Path.Combine(Programs.Setting("BENCH_FOLDER"), "portal")).FullName;

    public static IEnumerable<string> Pages => Paths.Keys;

    public string Database => "sqlite";

    public Target Product(string id, string format) => new("GET", $"http://127.0.0.1:{productPort}{Paths[id]}", null, []);

    public Target Floor(string id, string format) => new("GET", $"http://127.0.0.1:{floorPort}/page/{id}", null, []);

    public static async Task<Portal> StartAsync()
    {
        var portal = new Portal();
        try
        {
            await portal.ServeAsync();
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => programs.DisposeAsync();

    private async Task ServeAsync()
    {
        var city = new Dictionary<string, string?>
        {
            ["MADOGUCHI_DATA"] = Path.Combine(folder, "product"),
            ["MADOGUCHI_PORT"] = productPort.ToString(CultureInfo.InvariantCulture),
            ["MADOGUCHI_DEMO"] = "1",
            ["MADOGUCHI_LIBRARY"] = Programs.Setting("BENCH_LIBRARY"),
        };
        await programs.ServeAsync(Programs.Setting("BENCH_WEB"), [], city, productPort);
        using var http = new HttpClient();
        foreach (var page in Paths.Keys) await File.WriteAllBytesAsync(Path.Combine(folder, page + ".html"), await http.GetByteArrayAsync(Product(page, "html").Url));
        await programs.ServeAsync(Programs.Setting("BENCH_FLOOR"), ["pages", floorPort.ToString(CultureInfo.InvariantCulture), folder], [], floorPort);
    }
}
