using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications.Apply;

/// <summary>On a page of a saved form or of one's own matter: what is sent after the sign-in has ended goes along to the sign-in page instead of being lost.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class SurvivesSignInAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    // Before the token is judged: a browser that was closed has lost its cookie too.
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.RequestServices.GetRequiredService<Actor>().Kind != ActorKind.Anonymous) return;
        if (WhoseForm(http) is not { } of || await TypedForm.ReadAsync(http) is not { } typed || !await IsOwnPageAsync(http)) return;

        var carried = http.RequestServices.GetRequiredService<SealedPage>().Seal(of, $"{http.GetRouteValue("topic")}", http.Request.Form);
        if (carried is not null && typed.HasWords) http.Features.Set(new InterruptedForm(carried, typed.HadFiles));
        throw new UnauthorizedAccessException();
    }

    private static string? WhoseForm(HttpContext http) => Guid.TryParse($"{http.GetRouteValue("savedForm")}", out var form) ? $"{form}"
        : IntakeNumber.TryParse($"{http.GetRouteValue("number")}", null, out var number) ? $"{number}" : null;

    // Another site must not put words into a form: the token says that the page was ours, else the browser does.
    private static async Task<bool> IsOwnPageAsync(HttpContext http) =>
        http.Request.Headers["Sec-Fetch-Site"] == "same-origin" || await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
}
