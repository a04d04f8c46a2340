using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Madoguchi.Kernel;
using Madoguchi.Kernel.Settings;
using Madoguchi.Testing.Processes;
using Madoguchi.Testing.Servers;
using Madoguchi.Web.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Madoguchi.Testing;

/// <summary>The whole program with the demo city on a fresh database (SQLite unless told otherwise), listening on a free port of loopback.</summary>
public sealed class DemoCity : IAsyncLifetime
{
    private PostgresDatabase? postgres;

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("madoguchi-").FullName;
    private WebApplication? app;

    public IServiceProvider Services => app!.Services;

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A city on <c>sqlite</c> or <c>postgres</c>, opened.</summary>
    public static async Task<DemoCity> OpenOnAsync(string database)
    {
        var city = new DemoCity();
        if (database == "postgres") city.postgres = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await city.InitializeAsync();
        return city;
    }

    /// <summary>Folder of database, files and mail.</summary>
    public string Folder => folder;

    public async ValueTask InitializeAsync()
    {
        app = await OpenAsync();
        await app.StartAsync();
    }

    /// <summary>Closes the program and opens it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await InitializeAsync();
    }

    /// <summary>Changes a procedure's file in a library of this city's own and starts again: the change becomes the next edition.</summary>
    public async Task ChangeAsync(string slug, Action<JsonObject> change)
    {
        var library = Path.Combine(folder, "library");
        if (!System.IO.Directory.Exists(library))
        {
            System.IO.Directory.CreateDirectory(library);
            foreach (var given in System.IO.Directory.GetFiles(Path.Combine(Repository.Root, "library"))) File.Copy(given, Path.Combine(library, Path.GetFileName(given)));
        }

        var file = Path.Combine(library, slug + ".json");
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        change(definition);
        await File.WriteAllTextAsync(file, definition.ToJsonString());
        await RestartAsync();
    }

    /// <summary>A caller of the API: a demo account, or nobody.</summary>
    public HttpClient Caller(string? account = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(app!.Urls.First()) };
        if (account is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-{account}");
        return client;
    }

    /// <summary>Somebody at a browser.</summary>
    public Browsing.Visitor Visitor() => new(new Uri(app!.Urls.First()));

    /// <summary>What the account gets at this address.</summary>
    public async Task<(int Status, JsonElement Body)> Get(string? account, string path)
    {
        using var client = Caller(account);
        return await Answer(await client.GetAsync(path));
    }

    /// <summary>What the account gets when it posts this there.</summary>
    public async Task<(int Status, JsonElement Body)> Post(string? account, string path, object body)
    {
        using var client = Caller(account);
        return await Answer(await client.PostAsJsonAsync(path, body));
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static async Task<(int, JsonElement)> Answer(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    private async Task<WebApplication> OpenAsync()
    {
        var root = Repository.Root;
        var changed = Path.Combine(folder, "library");
        var built = CityHallHost.Build(new CityOptions
        {
            Port = 0, DataFolder = folder, PostgresConnection = postgres?.ConnectionString, DemoFolder = Path.Combine(root, "demo"), LibraryFolder = System.IO.Directory.Exists(changed) ? changed : Path.Combine(root, "library"), VocabularyFolder = Path.Combine(root, "vocabulary"),
        });
        await built.Services.StartCityAsync();
        return built;
    }

    private async Task CloseAsync()
    {
        if (app is not { } closing) return;
        // A start that is refused leaves nothing to close again.
        app = null;
        await closing.StopAsync();
        await closing.DisposeAsync();
    }
}
