using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications.Apply;

/// <summary>On a page of a form: what is sent after the sign-in has ended goes along to the sign-in page instead of being lost.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SurvivesSignInAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    // Before the token is judged: a browser that was closed has lost its cookie too.
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.RequestServices.GetRequiredService<Actor>().Kind != ActorKind.Anonymous) return;
        if (!Guid.TryParse($"{http.GetRouteValue("savedForm")}", out var form) || await ReadAsync(http.Request) is not { } posted || !await IsOwnPageAsync(http)) return;

        var carried = http.RequestServices.GetRequiredService<SealedPage>().Seal(form, $"{http.GetRouteValue("topic")}", posted);
        if (carried is not null) http.Features.Set(new InterruptedForm(carried, posted.Files.Any(f => f.FileName.Length > 0)));
        throw new UnauthorizedAccessException();
    }

    // Another site must not put words into a form: the token says that the page was ours, else the browser does.
    private static async Task<bool> IsOwnPageAsync(HttpContext http) =>
        http.Request.Headers["Sec-Fetch-Site"] == "same-origin" || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);

    // What cannot be read, or is more than a stranger may send, is answered where every form is.
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
