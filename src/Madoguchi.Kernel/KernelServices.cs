using Madoguchi.Kernel.Auditing;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Events;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Keys;
using Madoguchi.Kernel.Modules;
using Madoguchi.Kernel.Outboxes;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Madoguchi.Kernel;

/// <summary>Wires the kernel.</summary>
public static class KernelServices
{
    public static IServiceCollection AddKernel(this IServiceCollection services, CityOptions options, IReadOnlyList<Module> modules, Texts texts)
    {
        services.AddSingleton(options).AddSingleton(texts).AddSingleton(TimeProvider.System);
        services.AddSingleton(modules);
        services.AddScoped<Localizer>().AddScoped<Actor>().AddScoped<ExpectedVersion>().AddScoped<EventBus>();
        services.AddSingleton<CityStore>().AddSingleton<Models>().AddSingleton<WriteBatcher>().AddSingleton<Sequences>();
        services.AddSingleton(s => new Migrator(s.GetRequiredService<CityStore>(), modules));
        services.AddScoped<Database>();
        services.AddModuleDb<KernelDb>();
        AddKeys(services, options);
        AddAudit(services);
        AddOutbox(services);
        PublicPages.Add(services);
        services.AddHostedService<IdempotencySweep>();
        services.AddSingleton<IdempotencyGate>().AddScoped<Idempotency>().AddSingleton<ApiFilter>().AddSingleton<IAsyncPageFilter, PageFilter>();
        return services;
    }

    /// <summary>Registers a module's context: pooled, on the connection of the request. As <see cref="Lazy{T}"/> for those that seldom need it.</summary>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services) where TDb : ModuleDb
    {
        services.AddPooledDbContextFactory<TDb>((provider, builder) => provider.GetRequiredService<CityStore>().Configure(builder));
        services.AddScoped(provider => provider.GetRequiredService<Database>().Attach(provider.GetRequiredService<IDbContextFactory<TDb>>().CreateDbContext()));
        services.AddScoped(provider => new Lazy<TDb>(provider.GetRequiredService<TDb>));
        services.AddSingleton(new ModuleDbType(typeof(TDb)));
        return services;
    }

    public static IServiceCollection AddOutboxSender<TSender>(this IServiceCollection services) where TSender : class, IOutboxSender =>
        services.AddSingleton<IOutboxSender, TSender>();

    /// <summary>The group <c>/api/v1</c> with errors, transactions and idempotency.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").AddEndpointFilter((context, next) => context.HttpContext.RequestServices.GetRequiredService<ApiFilter>().InvokeAsync(context, next));

    public static IApplicationBuilder UseApiErrors(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), branch => branch.UseMiddleware<ApiErrors>());

    /// <summary>Answers from the bytes of public pages; before <see cref="UseActor"/>, after routing.</summary>
    public static IApplicationBuilder UsePublicPages(this IApplicationBuilder app) =>
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), branch => branch.UseOutputCache().Use(PublicPages.TagAsync));

    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(RefuseNul).UseMiddleware<ActorMiddleware>();

    // PostgreSQL knows no NUL in a text, and no honest address holds one.
    private static Task RefuseNul(HttpContext context, RequestDelegate next) => context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true
        ? throw new RefusedException(Refusal.Malformed)
        : next(context);

    /// <summary>Migrates and runs the start-up work of all modules.</summary>
    public static async Task StartCityAsync(this IServiceProvider services, CancellationToken stop = default)
    {
        await services.GetRequiredService<Migrator>().RunAsync(stop);
        await services.GetRequiredService<KeyRing>().CheckAsync(stop);
        foreach (var startup in services.GetServices<IStartup>()) await startup.StartAsync(stop);
        await services.GetRequiredService<AuditSealer>().SealAllAsync(stop);
    }

    private static void AddKeys(IServiceCollection services, CityOptions options)
    {
        services.AddSingleton(_ => MasterKey.Load(options)).AddSingleton<KeyRing>();
        services.AddDataProtection().SetApplicationName("madoguchi");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o =>
        {
            // The repository wraps what it is given: nothing is left to encrypt before.
            o.XmlRepository = new DataProtectionKeys(s.GetRequiredService<KeyRing>());
            o.XmlEncryptor = new NullXmlEncryptor();
        }));
    }

    private static void AddAudit(IServiceCollection services)
    {
        // Stopped in the opposite order: the last views are written before the last seal.
        services.AddSingleton<AuditKey>().AddSingleton<AuditHeads>().AddSingleton<AuditSealer>().AddHostedService(s => s.GetRequiredService<AuditSealer>());
        services.AddSingleton<ViewAudit>().AddHostedService(s => s.GetRequiredService<ViewAudit>());
        services.AddScoped(s => new AuditTrail(s.GetRequiredService<Database>(), s.GetRequiredService<Actor>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ViewAudit>()));
        services.AddScoped(s => new Looks(s.GetRequiredService<KernelDb>()));
        services.AddSingleton(s => new AuditVerifier(s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<AuditKey>(), s.GetRequiredService<AuditHeads>()));
    }

    private static void AddOutbox(IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>().AddSingleton<OutboxQueue>().AddHostedService<OutboxWorker>();
        services.AddScoped(s => new DeadLetters(s.GetRequiredService<KernelDb>(), s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<OutboxSignal>()));
        services.AddScoped(s => new Outbox(s.GetRequiredService<Database>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<OutboxSignal>()));
    }
}

/// <summary>Type of a module's context; tests walk them to compare model and schema.</summary>
public sealed record ModuleDbType(Type Type);
