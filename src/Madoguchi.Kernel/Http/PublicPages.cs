using System.Globalization;
using System.Security.Cryptography;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Kernel.Http;

/// <summary>
/// A page that is the same for everybody who is not signed in: kept as bytes for some seconds, with an ETag.
/// It sets no cookie and carries no token; what it shows of another node's changes may be <see cref="PublicPages.Fresh"/> old.
/// </summary>
/// <param name="query">The one field of the address the page depends on; with any other the page is made anew.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CacheableAttribute(string? query = null) : Attribute
{
    public string? Query => query;
}

/// <summary>The public pages kept as bytes. What an officer changes on this node is seen at once, whatever it is: every act of the staff makes them new.</summary>
public sealed class PublicPages(TimeProvider clock) : IOutputCachePolicy
{
    /// <summary>How long a page is kept at most.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private const long MostBytes = 8 * 1024 * 1024;
    private const long LongestPage = 512 * 1024;
    private const int LongestQuery = 300;

    private long revision;

    /// <summary>Something that public pages show has changed.</summary>
    public void Changed() => Interlocked.Increment(ref revision);

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var page = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<CacheableAttribute>();
        var may = page is not null && IsForAnybody(context.HttpContext.Request) && DependsOnly(context.HttpContext.Request, page.Query);
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = may;
        context.ResponseExpirationTimeSpan = Fresh;
        context.CacheVaryByRules.QueryKeys = page?.Query ?? StringValues.Empty;
        // What opens or closes by the clock does so at the minute.
        context.CacheVaryByRules.VaryByValues["made"] = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Read(ref revision)}/{clock.Now().Ticks / TimeSpan.TicksPerMinute}");
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || response.Headers.ETag.Count == 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<PublicPages>();
        // A page names its own address as it was asked for, so an address in other letters is another page.
        services.AddOutputCache(o => (o.SizeLimit, o.MaximumBodySize, o.UseCaseSensitivePaths) = (MostBytes, LongestPage, true));
        services.AddOptions<OutputCacheOptions>().Configure<PublicPages>((o, pages) => o.AddBasePolicy(pages));
    }

    /// <summary>Makes the pages new before the first byte of an answer to an officer's act.</summary>
    internal void Watch(HttpContext context, Actor actor)
    {
        if (!actor.IsStaff || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) return;
        context.Response.OnStarting(() =>
        {
            Changed();
            return Task.CompletedTask;
        });
    }

    /// <summary>Gives a page that is to be kept its ETag: whoever has it already is told so without its bytes.</summary>
    internal static async Task TagAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IOutputCacheFeature>()?.Context is not { AllowCacheStorage: true })
        {
            await next(context);
            return;
        }

        // Others wait for this page: whoever asked first may hang up without taking it from them.
        context.RequestAborted = CancellationToken.None;
        var (answer, page) = (context.Response.Body, new MemoryStream());
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
        }

        var bytes = page.GetBuffer().AsMemory(0, (int)page.Length);
        if (context.Response is { StatusCode: StatusCodes.Status200OK, HasStarted: false } response && response.Headers.CacheControl.Count == 0)
        {
            response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span)[..12])}\"";
            response.Headers.CacheControl = "no-cache";
            response.Headers.Vary = HeaderNames.Cookie;
        }

        await answer.WriteAsync(bytes);
    }

    private static bool IsForAnybody(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey(HeaderNames.Authorization)
        && !request.Cookies.ContainsKey(SignInSchemes.ResidentCookie) && !request.Cookies.ContainsKey(SignInSchemes.StaffCookie);

    // Long and strange addresses are asked for by few: they may not push out what many ask for.
    private static bool DependsOnly(HttpRequest request, string? field) =>
        !request.QueryString.HasValue || (field is not null && request.QueryString.Value!.Length <= LongestQuery && request.Query.Count == 1 && request.Query[field].Count == 1);
}
