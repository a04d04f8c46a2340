using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace Madoguchi.Load;

/// <summary>
/// The product and the floor on the same database settings, each with its own database and as many rows.
/// The environment says where things are: BENCH_WEB, BENCH_FLOOR (programs), BENCH_FOLDER (scratch), BENCH_PG (admin connection),
/// BENCH_SLUG (procedure, default bench-twelve, from BENCH_LIBRARY), BENCH_RESIDENT, BENCH_STAFF (demo accounts).
/// </summary>
internal sealed class Pair : IPair
{
    private readonly Programs programs = new();
    private readonly string folder;
    private readonly int productPort = Programs.FreePort();
    private readonly int floorPort = Programs.FreePort();
    private readonly string slug = Programs.Setting("BENCH_SLUG", "bench-twelve");
    private readonly string resident = "Authorization: Bearer demo-" + Programs.Setting("BENCH_RESIDENT", "hanako");
    private readonly string staff = "Authorization: Bearer demo-" + Programs.Setting("BENCH_STAFF", "manager");
    private string cookie = "";

    private Pair(string database, string folder) => (Database, this.folder) = (database, folder);

    public string Database { get; }

    private string Body => Path.Combine(folder, "body.json");

    public static async Task<Pair> StartAsync(string database, Options options)
    {
        var pair = new Pair(database, System.IO.Directory.CreateDirectory(Path.Combine(Programs.Setting("BENCH_FOLDER"), database)).FullName);
        try
        {
            await pair.StartProductAsync(options);
            await pair.StartFloorAsync(options);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    public Target Product(string id, string format) => (id, format) switch
    {
        ("S1", _) => new("POST", $"http://127.0.0.1:{productPort}/api/v1/procedures/{slug}/applications", Body, [resident]),
        (_, "html") => new("GET", $"http://127.0.0.1:{productPort}/staff/applications", null, ["Cookie: " + cookie]),
        _ => new("GET", $"http://127.0.0.1:{productPort}/api/v1/applications?limit=50", null, [staff]),
    };

    public Target Floor(string id, string format) => (id, format) switch
    {
        ("S1", _) => new("POST", $"http://127.0.0.1:{floorPort}/submit", Body, [resident]),
        (_, "html") => new("GET", $"http://127.0.0.1:{floorPort}/list.html", null, ["Cookie: " + cookie]),
        _ => new("GET", $"http://127.0.0.1:{floorPort}/list", null, [staff]),
    };

    public ValueTask DisposeAsync() => programs.DisposeAsync();

    private async Task StartProductAsync(Options options)
    {
        var environment = new Dictionary<string, string?>
        {
            ["MADOGUCHI_DATA"] = Path.Combine(folder, "product"),
            ["MADOGUCHI_DB"] = await DatabaseAsync("bench_product"),
            ["MADOGUCHI_PORT"] = productPort.ToString(),
            ["MADOGUCHI_DEMO"] = "1",
            ["MADOGUCHI_LIBRARY"] = Programs.Setting("BENCH_LIBRARY"),
        };
        await Programs.RunAsync(Programs.Setting("BENCH_WEB"), ["bench", "seed", options.Rows.ToString()], environment);
        await programs.ServeAsync(Programs.Setting("BENCH_WEB"), [], environment, productPort);

        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{productPort}") };
        using var procedure = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/procedures/{slug}"));
        await File.WriteAllTextAsync(Body, $$"""{"answers":{{procedure.RootElement.GetProperty("example").GetRawText()}}}""");
        await File.WriteAllTextAsync(Path.Combine(folder, "response.json"), await SendAsync(http, HttpMethod.Post, Product("S1", "json")));
        using var list = JsonDocument.Parse(await SendAsync(http, HttpMethod.Get, Product("S2", "json")));
        var items = list.RootElement.GetProperty("items");
        if (items.GetArrayLength() != 50) throw new InvalidOperationException($"The product lists {items.GetArrayLength()} of {options.Rows} rows");
        await File.WriteAllTextAsync(Path.Combine(folder, "item.json"), items[0].GetRawText());
        if (options.Workloads.Contains("S2") && !options.Quick) cookie = await SignInAsync();
    }

    private async Task StartFloorAsync(Options options)
    {
        var environment = new Dictionary<string, string?> { ["FLOOR_DB"] = await DatabaseAsync("bench_floor") ?? Path.Combine(folder, "floor.db") };
        await Programs.RunAsync(Programs.Setting("BENCH_FLOOR"), ["seed", options.Rows.ToString(), Path.Combine(folder, "item.json")], environment);
        await programs.ServeAsync(Programs.Setting("BENCH_FLOOR"), ["serve", floorPort.ToString(), Path.Combine(folder, "response.json")], environment, floorPort);
    }

    private async Task<string?> DatabaseAsync(string name)
    {
        if (Database != "postgres") return null;
        var admin = Programs.Setting("BENCH_PG");
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"drop database if exists {name} with (force)", connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"create database {name} template template0";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(admin) { Database = name }.ConnectionString;
    }

    // As a person does: the sign-in page, its form with the token, then the cookies.
    private async Task<string> SignInAsync()
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = new($"http://127.0.0.1:{productPort}") };
        var page = await http.GetStringAsync("/staff/sign-in");
        var token = Regex.Match(page, @"name=""__RequestVerificationToken""[^>]*value=""([^""]+)""").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("account", Programs.Setting("BENCH_STAFF", "manager")), new("__RequestVerificationToken", token)]);
        (await http.PostAsync("/staff/sign-in", form)).EnsureSuccessStatusCode();
        (await http.GetAsync("/staff/applications")).EnsureSuccessStatusCode();
        return cookies.GetCookieHeader(http.BaseAddress!);
    }

    private static async Task<string> SendAsync(HttpClient http, HttpMethod method, Target target)
    {
        using var request = new HttpRequestMessage(method, target.Url);
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(target.Headers[0]["Authorization: ".Length..]);
        if (target.BodyFile is not null) request.Content = new StringContent(await File.ReadAllTextAsync(target.BodyFile), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? body : throw new InvalidOperationException($"{target.Url}: {(int)response.StatusCode} {body}");
    }
}
