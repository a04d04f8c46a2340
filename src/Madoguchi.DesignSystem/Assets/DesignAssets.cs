using Madoguchi.Kernel.Http;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Madoguchi.DesignSystem.Assets;
using Madoguchi.DesignSystem.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Madoguchi.DesignSystem;

/// <summary>What the browser fetches beside a page: the style sheet and the scripts, each named by its content.</summary>
public static class DesignAssets
{
    private static readonly byte[] Suggest = Encoding.UTF8.GetBytes(Read("js/suggest.js"));

    private static readonly byte[] Files = Encoding.UTF8.GetBytes(Read("js/files.js"));

    private static readonly byte[] Look = Encoding.UTF8.GetBytes(Read("js/look.js"));

    private static readonly byte[] Offline = Bytes("js/offline.js");

    /// <summary>Address of the style sheet in the colours of the design system.</summary>
    public static string StylesPath => StyleSheet.Plain.Path;

    /// <summary>Address of the script that suggests while somebody types in a search box.</summary>
    public static string SuggestPath { get; } = Named("suggest", Suggest, "js");

    /// <summary>Address of the script that takes files dropped on a field and tells its limits at once.</summary>
    public static string FilesPath { get; } = Named("files", Files, "js");

    /// <summary>Address of the script that shows a form's outcome in frames beside it while somebody types.</summary>
    public static string LookPath { get; } = Named("look", Look, "js");

    /// <summary>Address of the script that lets a browser keep the page for the time without a connection.</summary>
    public static string OfflinePath { get; } = Named("offline", Offline, "js");

    /// <summary>Japanese is written as it is, dates of three fields are bound.</summary>
    public static IServiceCollection AddDesignSystem(this IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(o => o.ModelBinderProviders.Insert(0, new DateBinder()));
        services.TryAddSingleton<IStyleSheets, PlainStyles>();
        return services;
    }

    /// <summary>Serves the style sheet, the scripts and the icons; their addresses change with their content, so they may be kept for ever.</summary>
    public static void MapDesignAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/assets/madoguchi.{hash:length(12)}.css", ["GET", "HEAD"], StylesAsync).Anyone().ExcludeFromDescription();
        routes.MapAsset(SuggestPath, Suggest, "text/javascript; charset=utf-8");
        routes.MapAsset(FilesPath, Files, "text/javascript; charset=utf-8");
        routes.MapAsset(LookPath, Look, "text/javascript; charset=utf-8");
        routes.MapAsset(OfflinePath, Offline, "text/javascript; charset=utf-8");
        foreach (var icon in AppIcons.All) routes.MapAsset(icon.Path, icon.Content.ToArray(), icon.Type);
    }

    private static void MapAsset(this IEndpointRouteBuilder routes, string path, byte[] content, string type) =>
        routes.MapMethods(path, ["GET", "HEAD"], (HttpContext context) =>
        {
            KeepForEver(context);
            return Results.Bytes(content, type);
        }).Anyone().ExcludeFromDescription();

    // A page of yesterday, or of a node that runs another edition, is better in the colours of now than in none.
    private static async Task<IResult> StylesAsync(string hash, IStyleSheets sheets, HttpContext context)
    {
        var sheet = await sheets.FindAsync(hash, context.RequestAborted);
        if (sheet is null) context.Response.Headers.CacheControl = "no-store";
        else KeepForEver(context);
        return Results.Bytes((sheet ?? sheets.Current).Content, "text/css; charset=utf-8");
    }

    private static void KeepForEver(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.Headers.XContentTypeOptions = "nosniff";
    }

    internal static string Named(string name, byte[] content, string extension) => $"/assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(content))[..12]}.{extension}";

    internal static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    internal static string Read(string name)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes(name)));
        return reader.ReadToEnd();
    }
}
