using System.Text.Encodings.Web;
using Madoguchi.Kernel.Text;

namespace Madoguchi.Web.Shell;

/// <summary>The error page, written without the page engine so that it works when that does not.</summary>
internal static class ErrorPage
{
    public static async Task WriteAsync(HttpContext context, Localizer text, int status, LocalizedText sentence)
    {
        await using var page = new StringWriter();
        var html = HtmlEncoder.Default;
        page.Write($"<!DOCTYPE html><html lang=\"{text.Language.HtmlLang()}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>");
        html.Encode(page, text["web.errorTitle"]);
        page.Write("</title>");
        page.Write(Styles(context));
        page.Write("</head><body><main class=\"dads-main\" id=\"main\"><h1>");
        text[status == 404 ? "web.notFoundTitle" : "web.errorTitle"].WriteTo(page, html);
        page.Write("</h1><p>");
        sentence.WriteTo(page, html);
        page.Write("</p><p>");
        text["web.errorHelp"].WriteTo(page, html);
        page.Write($"</p><p><a href=\"{(context.Request.Path.StartsWithSegments("/staff") ? "/staff" : context.Request.PathBase + "/")}\">");
        text["web.home"].WriteTo(page, html);
        page.Write("</a></p></main></body></html>");
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.ToString(), context.RequestAborted);
    }

    private static string Styles(HttpContext context) => "";
}
