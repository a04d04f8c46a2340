using System.Net;
using Madoguchi.DesignSystem;
using Madoguchi.Kernel;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Web.Shell;
using Madoguchi.Web.Shell.Offline;

namespace Madoguchi.Web.Start;

/// <summary>Builds and serves the city hall.</summary>
internal static class CityHallHost
{
    public static async Task<int> ServeAsync(CityOptions options)
    {
        await using var app = Assemble(options);
        // One core opens the city while another builds the pipeline and its endpoints: each is a quarter of a start.
        var city = Task.Run(() => app.Services.StartCityAsync());
        Use(app, options);
        foreach (var source in ((IEndpointRouteBuilder)app).DataSources) _ = source.Endpoints;
        await city;
        await app.StartAsync();
        Announcement.Write(app, options);
        var closing = app.WaitForShutdownAsync();
        // Models would take the processor from the first page; whoever acts comes after it.
        await Task.WhenAny(app.Services.GetRequiredService<FirstAnswer>().Given, closing);
        if (!closing.IsCompleted) await app.Services.GetRequiredService<Models>().ReadyAsync();
        // What only the start needed goes back to the machine; the city has hours of quiet and no collection in them.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await closing;
        return 0;
    }

    /// <summary>The whole program, not started; tests add services of their own.</summary>
    public static WebApplication Build(CityOptions options, Action<IServiceCollection>? more = null)
    {
        var app = Assemble(options, more);
        Use(app, options);
        return app;
    }

    private static WebApplication Assemble(CityOptions options, Action<IServiceCollection>? more = null)
    {
        System.IO.Directory.CreateDirectory(options.DataFolder);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(CityHallHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Madoguchi", LogLevel.Information);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.MaxRequestLineSize = LongAddresses.MostRead;
            ListenOnLoopback(kestrel, options.Port);
        });
        builder.Services.Configure<HostOptions>(o =>
        {
            o.ShutdownTimeout = TimeSpan.FromSeconds(15);
            o.ServicesStartConcurrently = true;
        });
        AddServices(builder.Services, options);
        more?.Invoke(builder.Services);
        return builder.Build();
    }

    /// <summary>The verbs over procedure files: neither a database nor a server is needed.</summary>
    public static async Task<int> ProcedureToolAsync(CityOptions options, string[] arguments)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        AddServices(services, options);
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<IProcedureTool>().RunAsync(arguments, Console.Out, Console.Error);
    }

    private static void ListenOnLoopback(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions kestrel, int port)
    {
        kestrel.Listen(IPAddress.Loopback, port);
        if (port != 0 && System.Net.Sockets.Socket.OSSupportsIPv6) kestrel.Listen(IPAddress.IPv6Loopback, port);
    }

    private static void AddServices(IServiceCollection services, CityOptions options)
    {
        var modules = CityModules.All;
        var texts = new Texts([typeof(KernelServices).Assembly, typeof(DesignAssets).Assembly, .. modules.Select(m => m.GetType().Assembly), typeof(CityHallHost).Assembly],
            Path.Combine(options.DataFolder, "texts"));
        services.AddKernel(options, modules, texts);
        foreach (var module in modules) module.AddServices(services, options);
        services.AddRouting();
        services.AddRazorPages(o => o.RootDirectory = "/Modules").AddMvcOptions(o => o.Filters.AddService<Microsoft.AspNetCore.Mvc.Filters.IAsyncPageFilter>());
        // Layouts live in the shell: pages of every module find them by name.
        services.Configure<Microsoft.AspNetCore.Mvc.Razor.RazorViewEngineOptions>(o => o.PageViewLocationFormats.Add("/Modules/Shell/{0}.cshtml"));
        services.AddDesignSystem();
        services.AddAuthentication()
            .AddCookie(SignInSchemes.Resident, o => Cookie(o, SignInSchemes.ResidentCookie, "/sign-in", options))
            .AddCookie(SignInSchemes.Staff, o => Cookie(o, SignInSchemes.StaffCookie, "/staff/sign-in", options));
        services.AddAntiforgery(o => o.Cookie.Name = "madoguchi-form");
        services.AddSingleton<FirstAnswer>().AddSingleton<KeptPages>();
        services.AddApiDescription();
    }

    private static void Cookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions options, string name, string signIn, CityOptions city)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        // TLS ends at the proxy: the request itself does not say that the address is a safe one.
        options.Cookie.SecurePolicy = city.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.LoginPath = signIn;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
    }

    private static void Use(WebApplication app, CityOptions options)
    {
        app.Use(app.Services.GetRequiredService<FirstAnswer>().Watch);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<AllowedHosts>();
        app.UseMiddleware<PageErrors>();
        app.UseMiddleware<PageLanguage>();
        app.UseMiddleware<LongAddresses>();
        app.UseRouting();
        app.UseApiErrors();
        app.UsePublicPages();
        app.UseActor();
        app.UseAntiforgery();
        app.MapDesignAssets();
        app.MapHealth();
        app.MapSiteFiles();
        app.MapOfflineFiles();
        app.MapApiDescription();
        var api = app.MapApi();
        foreach (var module in CityModules.All) module.MapEndpoints(api, app);
        app.MapRazorPages();
    }
}
