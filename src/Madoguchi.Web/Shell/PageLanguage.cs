using Madoguchi.Kernel.Text;

namespace Madoguchi.Web.Shell;

/// <summary><c>/en/…</c> and <c>/ja-easy/…</c> become the path base, so that every link of the page keeps the language. Staff pages and the API have none.</summary>
internal sealed class PageLanguage(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Localizer text)
    {
        foreach (var language in new[] { Language.En, Language.JaEasy })
        {
            if (!context.Request.Path.StartsWithSegments("/" + language.Code(), out var rest)) continue;
            if (rest.StartsWithSegments("/staff") || rest.StartsWithSegments("/api") || rest.StartsWithSegments("/demo"))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            text.Language = language;
            context.Request.PathBase = context.Request.PathBase.Add("/" + language.Code());
            context.Request.Path = rest.HasValue ? rest : "/";
            break;
        }

        return next(context);
    }
}
