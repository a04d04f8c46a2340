using System.Globalization;
using System.Text;
using System.Xml;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Settings;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;

namespace Madoguchi.Web.Shell;

/// <summary>What machines look for at the root: <c>/sitemap.xml</c> (sitemaps.org 0.9), <c>/robots.txt</c> (RFC 9309), <c>/.well-known/security.txt</c> (RFC 9116).</summary>
internal static class SiteFiles
{
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>Pages anybody may read that belong to no procedure.</summary>
    public static readonly string[] Pages = ["/", "/search", "/life-events", "/announcements", "/offline", "/verify", "/accessibility", "/accessibility/result", "/privacy", "/terms", "/security", "/site-map"];

    public static void MapSiteFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sitemap.xml", Map).Anyone().ExcludeFromDescription();
        routes.MapGet("/robots.txt", Robots).Anyone().ExcludeFromDescription();
        routes.MapGet("/.well-known/security.txt", Security).Anyone().ExcludeFromDescription();
    }

    private static IResult Robots(CityOptions options) =>
        Results.Text($"User-agent: *\nDisallow: /api/\nDisallow: /apply/\nDisallow: /my\nDisallow: /staff\nDisallow: /life-events/*/\nSitemap: {options.PublicUrl}/sitemap.xml\n");

    // The day it expires is asked for by the RFC; a file made at every call need not be renewed by anybody.
    private static IResult Security(CityOptions options, IDirectory directory, TimeProvider clock) => Results.Text(string.Create(
        CultureInfo.InvariantCulture,
        $"Contact: mailto:{directory.City.Email}\nExpires: {clock.GetUtcNow().UtcDateTime.Date.AddDays(180):yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: ja, en\nCanonical: {options.PublicUrl}/.well-known/security.txt\nPolicy: {options.PublicUrl}/security\n"));

    private static IResult Map(CityOptions options, IProcedures procedures, ILifeEvents events)
    {
        var paths = Pages.Concat(events.Cards.Select(e => $"/life-events/{e.Slug}")).Concat(procedures.All.Select(p => $"/procedures/{p.Slug}")).ToList();
        return Results.Stream(body => WriteAsync(body, options.PublicUrl, paths), "application/xml; charset=utf-8");
    }

    private static async Task WriteAsync(Stream body, string city, IReadOnlyList<string> paths)
    {
        await using var xml = XmlWriter.Create(body, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "urlset", Sitemap);
        foreach (var path in paths)
            foreach (var language in Languages.All)
            {
                await xml.WriteStartElementAsync(null, "url", Sitemap);
                await xml.WriteElementStringAsync(null, "loc", Sitemap, Address(city, language, path));
                // Easy Japanese is Japanese to a search engine: it has no code of its own.
                foreach (var other in (Language[])[Language.Ja, Language.En])
                {
                    await xml.WriteStartElementAsync("xhtml", "link", Xhtml);
                    await xml.WriteAttributeStringAsync(null, "rel", null, "alternate");
                    await xml.WriteAttributeStringAsync(null, "hreflang", null, other.HtmlLang());
                    await xml.WriteAttributeStringAsync(null, "href", null, Address(city, other, path));
                    await xml.WriteEndElementAsync();
                }

                await xml.WriteEndElementAsync();
            }

        await xml.WriteEndElementAsync();
    }

    private static string Address(string city, Language language, string path) => city + language.Prefix() + (path == "/" && language != Language.Ja ? "" : path);
}
