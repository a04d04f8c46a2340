using System.Text.Encodings.Web;
using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Web.Shell;

/// <summary>What stops a page: sign-in, 404, 403, somebody else was first, busy, or an incident with its number. Calm words, and what to do.</summary>
internal sealed class PageErrors(RequestDelegate next, ILogger<PageErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null } && !IsApi(context))
                await ShowAsync(context, context.Response.StatusCode, CodeOf(context.Response.StatusCode));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, fault);
        }
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");

    private static string CodeOf(int status) => status switch
    {
        404 => "not-found",
        403 => "not-permitted",
        413 => "too-large",
        414 => "address-too-long",
        _ => "malformed",
    };

    private Task ShowAsync(HttpContext context, Exception fault)
    {
        switch (fault)
        {
            case UnauthorizedAccessException: return SignInAsync(context);
            case NotFoundException: return ShowAsync(context, 404, "not-found");
            case ForbiddenException forbidden: return ShowAsync(context, 403, forbidden.Code);
            case RefusedException refused: return ShowAsync(context, Problems.StatusOf(refused.Refusal.Kind), refused.Refusal.Code);
            case DbUpdateConcurrencyException: return ShowAsync(context, 409, "changed-by-someone-else");
            case BusyException: return ShowAsync(context, 503, "busy");
            case var _ when Faults.IsOut(fault): return ShowAsync(context, 503, "busy");
            case var _ when Faults.IsUniqueViolation(fault): return ShowAsync(context, 409, "conflict");
            case BadHttpRequestException bad: return ShowAsync(context, bad.StatusCode == 413 ? 413 : 400, bad.StatusCode == 413 ? "too-large" : "malformed");
        }

        var incident = Guid.CreateVersion7();
        // The pattern: an address may be a secret itself.
        var place = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path;
        log.LogError(fault, "Incident {Incident} at {Method} {Place}", incident, context.Request.Method, place);
        return ShowAsync(context, 500, "incident", ("number", incident));
    }

    private Task SignInAsync(HttpContext context)
    {
        var request = context.Request;
        var interrupted = context.Features.Get<InterruptedForm>() is not null;
        // Forms are sent to the address of their page: there the person goes on, with what was kept.
        var target = request.PathBase + request.Path + (interrupted || HttpMethods.IsGet(request.Method) ? request.QueryString.Value : "");
        var query = "?return=" + UrlEncoder.Default.Encode(target);
        if (interrupted) return ShowSignInAsync(context, query);
        context.Response.Redirect((request.Path.StartsWithSegments("/staff") ? "/staff/sign-in" : request.PathBase + "/sign-in") + query);
        return Task.CompletedTask;
    }

    // What was typed may stand in no address: the sign-in page itself is the answer.
    private async Task ShowSignInAsync(HttpContext context, string query)
    {
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Features.Set<IFormFeature>(null);
        context.Request.ContentType = null;
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = "/sign-in";
        context.Request.QueryString = new QueryString(query);
        try
        {
            await next(context);
        }
        catch (Exception fault) when (!context.Response.HasStarted && fault is not UnauthorizedAccessException)
        {
            await ShowAsync(context, fault);
        }
    }

    private static async Task ShowAsync(HttpContext context, int status, string code, params (string, object?)[] arguments)
    {
        var text = context.RequestServices.GetRequiredService<Localizer>();
        context.Response.StatusCode = status;
        if (status == 503) context.Response.Headers.RetryAfter = "5";
        await ErrorPage.WriteAsync(context, text, status, text[$"refusal.{code}", arguments]);
    }
}
