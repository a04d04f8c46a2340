using System.Data.Common;
using Madoguchi.Kernel;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Madoguchi.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Kernel.Tests;

/// <summary>The kernel alone on a fresh database: migrated, no modules, no workers running.</summary>
internal sealed class KernelCity : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("madoguchi-kernel-").FullName;
    private readonly PostgresDatabase? postgres;
    private ServiceProvider services;

    private KernelCity(PostgresDatabase? postgres)
    {
        this.postgres = postgres;
        services = Build();
    }

    public CityOptions Options => new() { DataFolder = folder, PostgresConnection = postgres?.ConnectionString };

    public string HeadsFile => Path.Combine(folder, "audit-heads.log");

    public CityStore Store => Get<CityStore>();

    public IServiceScopeFactory Scopes => Get<IServiceScopeFactory>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public static async Task<KernelCity> OpenAsync(string database)
    {
        var city = new KernelCity(database == "postgres" ? await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() : null);
        await city.Get<Migrator>().RunAsync(default);
        return city;
    }

    /// <summary>Ends the program and starts it on the same database.</summary>
    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Build();
    }

    /// <summary>SQL from outside, as somebody with the database's password would do it.</summary>
    public async Task<int> SqlAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = Store.CreateConnection();
        await connection.OpenAsync();
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = Store.CreateConnection();
        await connection.OpenAsync();
        await using var command = Command(connection, sql, parameters);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static DbCommand Command(DbConnection connection, string sql, (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private ServiceProvider Build() =>
        new ServiceCollection().AddLogging().AddKernel(Options, [], new Texts([])).BuildServiceProvider(validateScopes: true);
}
