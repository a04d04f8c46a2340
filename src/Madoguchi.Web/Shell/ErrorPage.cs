using System.Text.Encodings.Web;
using Madoguchi.DesignSystem;
using Madoguchi.Directory.Contracts;
using Madoguchi.Kernel.Text;
using Madoguchi.Procedures.Contracts;

namespace Madoguchi.Web.Shell;

/// <summary>The error page, written without the page engine so that it works when that does not.</summary>
internal static class ErrorPage
{
    private const int Longest = 200;

    public static async Task WriteAsync(HttpContext context, Localizer text, int status, LocalizedText sentence)
    {
        var html = context.RequestServices.GetRequiredService<HtmlEncoder>();
        var city = context.RequestServices.GetRequiredService<IDirectory>().City;
        var styles = context.RequestServices.GetRequiredService<IStyleSheets>().Current.Path;
        var staff = context.Request.Path.StartsWithSegments("/staff");
        var home = staff ? "/staff" : context.Request.PathBase + "/";
        var heading = text[status == 404 ? "web.notFoundTitle" : "web.errorTitle"];
        await using var page = new StringWriter();
        page.Write($"""
            <!DOCTYPE html><html lang="{text.Language.HtmlLang()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{html.Encode($"{heading}｜{city.NameIn(text.Language)}")}</title><link rel="stylesheet" href="{styles}"></head>
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

        page.Write("</p>");
        if (status is 404 or 414 && !staff) await SearchAsync(context, text, page);
        if (status == 404 && !staff) await NearestAsync(context, text, page);
        page.Write($"<p>{html.Encode(text["shell.telephone"].ToString())} <a class=\"contact-box__telephone\" href=\"tel:{html.Encode(city.Telephone.Replace("-", "", StringComparison.Ordinal))}\">{html.Encode(city.Telephone)}</a></p>");
        page.Write($"<p><a href=\"{html.Encode(home)}\">");
        text["web.home"].WriteTo(page, html);
        page.Write("</a></p></div></main></body></html>");
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }

    private static async Task SearchAsync(HttpContext context, Localizer text, StringWriter page)
    {
        var html = context.RequestServices.GetRequiredService<HtmlEncoder>();
        var home = context.Request.PathBase + "/";
        var label = html.Encode(text["search.label"].ToString());
        await page.WriteAsync($"""
            <form class="dads-search" role="search" method="get" action="{html.Encode(home)}search"><label class="dads-label" for="search">{label}</label>
            <div class="dads-search__row"><input class="dads-input dads-input--full" type="search" id="search" name="q" maxlength="200"><button class="dads-button dads-button--solid dads-button--md" type="submit">{html.Encode(text["design.search.button"].ToString())}</button></div></form>
            """);
    }

    // The words of the address may still say what was looked for; more of them than fit the search field say no more.
    private static async Task NearestAsync(HttpContext context, Localizer text, StringWriter page)
    {
        var html = context.RequestServices.GetRequiredService<HtmlEncoder>();
        var home = context.Request.PathBase + "/";
        var path = TextRules.Normalise(context.Request.Path.Value ?? "");
        var words = string.Join(' ', path[..Math.Min(path.Length, Longest)].Split('/', '-', '_', '.', '+'));
        var nearest = context.RequestServices.GetRequiredService<IProcedures>().Nearest(words, 3);
        if (nearest.Count == 0) return;
        await page.WriteAsync("<h2 class=\"dads-heading dads-heading--md\">");
        text["search.nearest"].WriteTo(page, html);
        await page.WriteAsync("</h2><ul>");
        foreach (var procedure in nearest)
        {
            await page.WriteAsync($"<li><a href=\"{html.Encode(home)}procedures/{html.Encode(procedure.Slug)}\">");
            procedure.Title.In(text.Language).WriteTo(page, html);
            await page.WriteAsync("</a></li>");
        }

        await page.WriteAsync("</ul>");
    }
}
