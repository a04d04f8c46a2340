using System.Text;
using System.Text.Json;
using Madoguchi.DesignSystem.Assets;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Text;
using Microsoft.Net.Http.Headers;

namespace Madoguchi.Web.Shell.Offline;

/// <summary>What makes the city hall an application of its own on a telephone: <c>/manifest.webmanifest</c> (W3C) and <c>/service-worker.js</c>.</summary>
internal static class OfflineFiles
{
    // Those of the style sheet: --key and --white.
    private const string Key = "#0017c1";
    private const string White = "#ffffff";

    private static readonly string Worker = ReadWorker();

    public static void MapOfflineFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/service-worker.js", ["GET", "HEAD"], ServeWorker).Anyone().ExcludeFromDescription();
        routes.MapMethods("/manifest.webmanifest", ["GET", "HEAD"], ServeManifest).Anyone().ExcludeFromDescription();
    }

    // Asked for anew at every visit, sent only when it differs: a changed number reaches every telephone the next time it is in the net.
    private static IResult ServeWorker(HttpContext context, KeptPages pages)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var content = Encoding.UTF8.GetBytes($"const cacheName = \"madoguchi-{pages.Name}\";\nconst files = {JsonSerializer.Serialize(pages.Files, JsonText.Options)};\n{Worker}");
        return Results.Bytes(content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{pages.Name}\""));
    }

    private static IResult ServeManifest(HttpContext context, IDirectory directory, ICityTheme theme, Localizer text)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var home = context.Request.PathBase + "/";
        var name = directory.City.NameIn(text.Language).ToString();
        var manifest = new
        {
            Id = "/",
            Name = $"{name} {text["shell.site"]}",
            ShortName = name,
            Description = text["shell.description", ("city", name)].ToString(),
            Lang = text.Language.HtmlLang(),
            StartUrl = home,
            Scope = "/",
            Display = "standalone",
            BackgroundColor = White,
            ThemeColor = theme.Current.KeyColour ?? Key,
            Icons = AppIcons.All.Select(i => new { Src = i.Path, i.Type, i.Sizes, i.Purpose }),
            Shortcuts = new[] { Shortcut("shell.procedures", "search"), Shortcut("shell.my", "my"), Shortcut("shell.offline", "offline") },
        };
        return Results.Text(JsonSerializer.Serialize(manifest, Snake), "application/manifest+json; charset=utf-8");

        object Shortcut(string key, string path) => new { Name = text[key].ToString(), Url = home + path };
    }

    private static JsonSerializerOptions Snake { get; } = new(JsonText.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static string ReadWorker()
    {
        using var stream = typeof(OfflineFiles).Assembly.GetManifestResourceStream("service-worker.js") ?? throw new InvalidOperationException("service-worker.js is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
