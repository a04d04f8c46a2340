using System.Collections.Concurrent;
using System.Diagnostics;
using Madoguchi.Testing.Processes;
using Npgsql;

namespace Madoguchi.Testing.Servers;

/// <summary>
/// The PostgreSQL of a test run: the one <c>./test</c> started (MADOGUCHI_TEST_PG), else one of our own in a
/// temporary folder, started at first use and ended with the process. Hands out fresh databases.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Only = new(StartAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new();

    private PostgresServer(string admin) => AdminConnectionString = admin;

    public string AdminConnectionString { get; }

    public static Task<PostgresServer> SharedAsync() => Only.Value;

    /// <summary>An empty database, dropped when disposed.</summary>
    public Task<PostgresDatabase> CreateDatabaseAsync() => CreateAsync("template0");

    /// <summary>A copy of a template; the template itself is made once in the process, by <paramref name="fill"/>.</summary>
    /// <param name="template">Name of the template within this process, such as <c>city</c>.</param>
    /// <param name="fill">Puts tables and rows into the database behind the given connection string.</param>
    public async Task<PostgresDatabase> CreateDatabaseAsync(string template, Func<string, Task> fill) =>
        await CreateAsync(await templates.GetOrAdd(template, _ => new(() => MakeTemplateAsync(fill))).Value);

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    internal string ConnectionStringOf(string name) =>
        new NpgsqlConnectionStringBuilder(AdminConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;

    private static string NewName(string kind) => $"{kind}_{Guid.NewGuid():n}_test";

    private static Task<PostgresServer> StartAsync() => Task.Run(() =>
    {
        if (Environment.GetEnvironmentVariable("MADOGUCHI_TEST_PG") is { Length: > 0 } given) return new PostgresServer(given);

        var folder = System.IO.Directory.CreateTempSubdirectory("madoguchi-test-").FullName;
        var port = Bash("postgres_start \"$1\" 'fsync = off' 'max_connections = 300' && echo \"$postgres_port\"", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Bash("postgres_stop \"$1\"", folder);
        return new($"Host=127.0.0.1;Port={port.Trim()};Username=postgres;Database=postgres;Timeout=30");
    });

    // The same few lines of bash that ./test uses, so that there is one way to start a PostgreSQL.
    private static string Bash(string command, string folder)
    {
        var script = "set -euo pipefail; root=$2; source \"$2/.ci/shared.sh\"; source \"$2/.ci/postgres.sh\"; " + command;
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script, "bash", folder, Repository.Root]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException("bash failed: " + command);
    }

    private async Task<PostgresDatabase> CreateAsync(string template)
    {
        var name = NewName("city");
        await ExecuteAsync($"""create database "{name}" template "{template}" """);
        return new PostgresDatabase(this, name);
    }

    private async Task<string> MakeTemplateAsync(Func<string, Task> fill)
    {
        var name = NewName("template");
        await ExecuteAsync($"""create database "{name}" template template0""");
        var connectionString = ConnectionStringOf(name);
        await fill(connectionString);

        // A database that somebody is connected to cannot be copied.
        await ExecuteAsync($"""select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'""");
        NpgsqlConnection.ClearAllPools();
        return name;
    }
}

/// <summary>One database of a test, gone when disposed.</summary>
public sealed class PostgresDatabase(PostgresServer server, string name) : IAsyncDisposable
{
    public string Name { get; } = name;

    public string ConnectionString { get; } = server.ConnectionStringOf(name);

    public async ValueTask DisposeAsync() => await server.ExecuteAsync($"""drop database if exists "{Name}" with (force)""");
}
