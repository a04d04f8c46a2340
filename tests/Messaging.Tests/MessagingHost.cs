using System.Net.Http.Headers;
using Madoguchi.DesignSystem;
using Madoguchi.DesignSystem.Assets;
using Madoguchi.Directory;
using Madoguchi.Kernel;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Modules;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Madoguchi.Messaging;
using Madoguchi.Messaging.Contracts;
using Madoguchi.Testing.Processes;
using Madoguchi.Testing.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Messaging.Tests;

/// <summary>Kernel, Directory and this module on a real server and database; the demo city's divisions and officers.</summary>
public abstract class MessagingHost(bool postgres, bool smtp) : IAsyncLifetime
{
    private WebApplication? app;
    private PostgresDatabase? database;

    public string Folder { get; } = System.IO.Directory.CreateTempSubdirectory("madoguchi-messaging-").FullName;

    public SmtpServer? Smtp { get; private set; }

    public bool Skipped => postgres && TestDatabases.Fast;

    public T Get<T>() where T : notnull => app!.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        if (Skipped) return;
        if (postgres) database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        if (smtp) Smtp = await SmtpServer.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Module[] modules = [new DirectoryModule(), new MessagingModule()];
        var options = new CityOptions
        {
            DataFolder = Folder, PostgresConnection = database?.ConnectionString, DemoFolder = Repository.File("demo"),
            PublicUrl = "https://city.example.jp", Smtp = Smtp is null ? null : $"127.0.0.1:{Smtp.Port}",
        };
        builder.Services.AddKernel(options, modules, new Texts([typeof(KernelServices).Assembly, typeof(DesignAssets).Assembly, .. modules.Select(m => m.GetType().Assembly)]));
        foreach (var module in modules) module.AddServices(builder.Services, options);
        builder.Services.AddSingleton<IActorSource>(new Residents());
        builder.Services.AddSingleton<IAddressBook>(new Addresses());
        builder.Services.AddScoped<IApplicationReaders, MatterReaders>();
        builder.Services.AddDesignSystem();
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Modules").ConfigureApplicationPartManager(parts =>
        {
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(typeof(MessagingModule).Assembly).GetApplicationParts(typeof(MessagingModule).Assembly)) parts.ApplicationParts.Add(part);
            foreach (var part in new CompiledRazorAssemblyApplicationPartFactory().GetApplicationParts(typeof(MessagingModule).Assembly)) parts.ApplicationParts.Add(part);
        });
        builder.Services.AddAuthentication().AddCookie(SignInSchemes.Resident).AddCookie(SignInSchemes.Staff);
        app = builder.Build();
        app.Use(async (context, next) =>
        {
            try
            {
                await next();
            }
            catch (Madoguchi.Kernel.Rules.NotFoundException)
            {
                context.Response.StatusCode = 404;
            }
        });
        app.UseRouting();
        app.UseApiErrors();
        app.UseActor();
        foreach (var module in modules) module.MapEndpoints(app.MapApi(), app);
        app.MapRazorPages();
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

    /// <summary>An act of another module: one transaction.</summary>
    public Task ActAsync(Action<ILetters> act) => Get<IServiceScopeFactory>().RunAsync(services =>
    {
        act(services.GetRequiredService<ILetters>());
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (Smtp is not null) await Smtp.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        System.IO.Directory.Delete(Folder, recursive: true);
    }

    private sealed class Residents : IActorSource
    {
        public ActorKind Kind => ActorKind.Resident;

        public ValueTask<ActorFacts?> FindAsync(string id, CancellationToken stop) =>
            ValueTask.FromResult(id is "hanako" or "taro" or "silent" ? new ActorFacts(ActorKind.Resident, id, id, null, [], []) : null);
    }

    private sealed class Addresses : IAddressBook
    {
        private static readonly MailAddress[] All =
            [new("hanako", "hanako@example.jp", "髙橋 花子"), new("taro", "taro@example.jp", "渡邉\U000E0102 太郎"), new("silent", null, "無口"), new("wrong", "no address\r\nBcc: all@example.jp", "誤")];

        public Task<IReadOnlyDictionary<string, MailAddress>> OfAsync(IReadOnlyCollection<string> accountIds, CancellationToken stop) =>
            Task.FromResult<IReadOnlyDictionary<string, MailAddress>>(All.Where(a => accountIds.Contains(a.AccountId)).ToDictionary(a => a.AccountId));
    }

    /// <summary>A matter begins with the name of its applicant; officers of kosodate see all.</summary>
    private sealed class MatterReaders(Actor actor) : IApplicationReaders
    {
        public Task<bool> MaySeeAsync(string intakeNumber, CancellationToken stop) =>
            Task.FromResult(actor.IsStaff ? actor.Division == "kosodate" : intakeNumber.StartsWith(actor.Id, StringComparison.Ordinal));
    }
}

public sealed class SqliteHost() : MessagingHost(postgres: false, smtp: false);

public sealed class PostgresHost() : MessagingHost(postgres: true, smtp: false);

public sealed class SmtpHost() : MessagingHost(postgres: false, smtp: true);
