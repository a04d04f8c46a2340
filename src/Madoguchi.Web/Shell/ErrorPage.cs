using System.Text.Encodings.Web;
using Madoguchi.DesignSystem;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Web.Shell;

/// <summary>The error page, written without the page engine so that it works when that does not.</summary>
internal static class ErrorPage
{
    public static async Task WriteAsync(HttpContext context, Localizer text, int status, LocalizedText sentence)
    {
        var html = context.RequestServices.GetRequiredService<HtmlEncoder>();
        var city = context.RequestServices.GetRequiredService<IDirectory>().City;
        var staff = context.Request.Path.StartsWithSegments("/staff");
        var home = staff ? "/staff" : context.Request.PathBase + "/";
        var heading = text[status == 404 ? "web.notFoundTitle" : "web.errorTitle"];
        await using var page = new StringWriter();
        page.Write($"""
            <!DOCTYPE html><html lang="{text.Language.HtmlLang()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{html.Encode($"{heading}｜{city.NameIn(text.Language)}")}</title><link rel="stylesheet" href="{DesignAssets.StylesPath}"></head>
            <body class="layout"><a class="dads-skip-link" href="#main">{html.Encode(text["design.skip"].ToString())}</a>
            <header class="layout-header"><div class="layout__inner layout-header__row"><a class="layout-header__city" href="{html.Encode(home)}"><strong>
            """);
        city.NameIn(text.Language).WriteTo(page, html);
        page.Write("</strong></a></div></header><main class=\"layout-main\" id=\"main\" tabindex=\"-1\"><div class=\"layout-column\"><h1 class=\"dads-heading dads-heading--xl\">");
        heading.WriteTo(page, html);
        foreach (var paragraph in new[] { sentence, text["web.errorHelp"] })
        {
            page.Write(paragraph == sentence ? "</h1><p>" : "</p><p>");
            paragraph.WriteTo(page, html);
        }

        page.Write($"</p><p>{html.Encode(text["shell.telephone"].ToString())} <a class=\"contact-box__telephone\" href=\"tel:{html.Encode(city.Telephone.Replace("-", "", StringComparison.Ordinal))}\">{html.Encode(city.Telephone)}</a></p>");
        page.Write($"<p><a href=\"{html.Encode(home)}\">");
        text["web.home"].WriteTo(page, html);
        page.Write("</a></p></div></main></body></html>");
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }
}
