using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;
using Madoguchi.Testing.Servers;

namespace Web.Tests.Processes;

/// <summary>The built program as a process of its own, on its own database: it can be killed, asked to stop, and started again.</summary>
internal sealed class TheProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly PostgresDatabase? postgres;
    private readonly int port = FreePort.Next();
    private ChildProcess? child;

    private TheProgram(PostgresDatabase? postgres) => this.postgres = postgres;

    public string Folder { get; } = Directory.CreateTempSubdirectory("madoguchi-program-").FullName;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<TheProgram> OnAsync(string database) =>
        new(database == "postgres" ? await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() : null);

    /// <summary>Opens the city hall and returns once it says so.</summary>
    public async Task StartAsync(params (string Name, string? Value)[] settings)
    {
        child = Run(null, settings);
        await child.WaitForLineAsync(l => l.Contains("窓口が開きました"), Patience);
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(1) };
    }

    /// <summary>Starts it with more settings; the caller sees what comes of it.</summary>
    public ChildProcess Run(string[]? verb = null, params (string Name, string? Value)[] settings)
    {
        var environment = new Dictionary<string, string?>
        {
            ["MADOGUCHI_DATA"] = Folder, ["MADOGUCHI_PORT"] = $"{port}", ["MADOGUCHI_DB"] = postgres?.ConnectionString, ["MADOGUCHI_DEMO"] = null, ["MADOGUCHI_KEY_FILE"] = null, ["MADOGUCHI_SMTP"] = null,
        };
        foreach (var (name, value) in settings) environment[name] = value;
        return ChildProcess.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Madoguchi.Web.dll"), .. verb ?? []], environment, AppContext.BaseDirectory);
    }

    public async Task KillAsync()
    {
        await child!.KillAsync();
        Client.Dispose();
    }

    /// <summary>Its exit code and how long it took to stop when asked.</summary>
    public async Task<(int Code, TimeSpan Took)> StopAsync()
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        child!.Terminate();
        var code = await child.WaitForExitAsync(Patience);
        Client.Dispose();
        return (code, System.Diagnostics.Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Exit code and last words of <c>audit verify</c>.</summary>
    public async Task<(int Code, string Words)> VerifyAuditAsync()
    {
        await using var verify = Run(["audit", "verify"]);
        var code = await verify.WaitForExitAsync(Patience);
        return (code, string.Join('\n', verify.Output));
    }

    public async Task<(int Status, JsonElement Body)> PostAsync(string account, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-{account}");
        return await SendAsync(request);
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string? account, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (account is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-{account}");
        return await SendAsync(request);
    }

    public async Task SqlAsync(string sql)
    {
        await using System.Data.Common.DbConnection connection = postgres is not null
            ? new Npgsql.NpgsqlConnection(postgres.ConnectionString)
            : new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Folder, "city.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (child is not null) await child.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<(int, JsonElement)> SendAsync(HttpRequestMessage request)
    {
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }
}
