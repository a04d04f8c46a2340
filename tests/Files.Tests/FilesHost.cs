using System.Net.Http.Headers;
using Madoguchi.Files;
using Madoguchi.Files.Contracts;
using Madoguchi.Kernel;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Modules;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Madoguchi.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Files.Tests;

/// <summary>The kernel and this module alone, on a real server and database, with two residents and an officer.</summary>
public abstract class FilesHost(bool postgres, bool demo = true) : IAsyncLifetime
{
    private WebApplication? app;
    private PostgresDatabase? database;

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("madoguchi-files-").FullName;

    public Later Clock { get; } = new();

    public IServiceScopeFactory Scopes => Get<IServiceScopeFactory>();

    public bool Skipped => postgres && TestDatabases.Fast;

    public T Get<T>() where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        if (Skipped) return;
        if (postgres) database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        var key = Path.Combine(Folder, "master.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => o.Limits.MaxRequestBodySize = 1024 * 1024);
        builder.Logging.ClearProviders();
        Module[] modules = [new FilesModule()];
        var options = new CityOptions { DataFolder = Folder, Demo = demo, KeyFile = key, PostgresConnection = database?.ConnectionString };
        builder.Services.AddKernel(options, modules, new Texts([typeof(KernelServices).Assembly, typeof(FilesModule).Assembly]));
        modules[0].AddServices(builder.Services, options);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        builder.Services.AddSingleton<IActorSource>(new People(ActorKind.Resident, "hanako", "taro"));
        builder.Services.AddSingleton<IActorSource>(new People(ActorKind.Staff, "clerk"));
        builder.Services.AddScoped<IFileReaders, MatterReaders>();
        app = builder.Build();
        app.UseRouting();
        app.UseApiErrors();
        app.UseActor();
        modules[0].MapEndpoints(app.MapApi(), app);
        await app.Services.StartCityAsync();
        await app.StartAsync();
    }

    /// <summary>A caller of the API; nobody when null.</summary>
    public HttpClient Caller(string? account)
    {
        var client = new HttpClient { BaseAddress = new Uri(app!.Urls.First()) };
        if (account is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-{account}");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (database is not null) await database.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Real time, moved on by the test.</summary>
    public sealed class Later : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }

    private sealed class People(ActorKind kind, params string[] ids) : IActorSource
    {
        public ActorKind Kind => kind;

        public ValueTask<ActorFacts?> FindAsync(string id, CancellationToken stop) =>
            ValueTask.FromResult(ids.Contains(id) ? new ActorFacts(kind, id, id, null, [], []) : null);
    }

    /// <summary>Matters are seen by staff and by the resident they are named after.</summary>
    private sealed class MatterReaders(Actor actor) : IFileReaders
    {
        public string SubjectKind => "matter";

        public Task<bool> MaySeeAsync(string subjectId, CancellationToken stop) => Task.FromResult(actor.IsStaff || actor.Id == subjectId);
    }
}

public sealed class SqliteFiles() : FilesHost(postgres: false);

public sealed class PostgresFiles() : FilesHost(postgres: true);

public sealed class FilesOutsideDemo() : FilesHost(postgres: false, demo: false);
