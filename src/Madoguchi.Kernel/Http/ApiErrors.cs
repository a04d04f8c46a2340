using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.Rules;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Madoguchi.Kernel.Http;

/// <summary>Everything that stops an API call becomes problem+json with the right status; bugs get an incident number and are logged once.</summary>
internal sealed class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var text = context.RequestServices.GetRequiredService<Localizer>();
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: 400 or 404 or 405 or 415, ContentLength: null, ContentType: null })
                await WriteAsync(context, text, context.Response.StatusCode, context.Response.StatusCode == 404 ? "not-found" : "malformed");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, text, fault);
        }
    }

    private Task WriteAsync(HttpContext context, Localizer text, Exception fault) => fault switch
    {
        RefusedException refused => Problems.WriteAsync(context, text, refused.Refusal),
        NotFoundException => WriteAsync(context, text, 404, "not-found"),
        UnauthorizedAccessException => WriteAsync(context, text, 401, "sign-in-required"),
        ForbiddenException forbidden => WriteAsync(context, text, 403, forbidden.Code),
        DbUpdateConcurrencyException => WriteAsync(context, text, context.Request.Headers.IfMatch.Count > 0 ? 412 : 409, "changed-by-someone-else"),
        BusyException => WriteAsync(context, text, 503, "busy"),
        BadHttpRequestException bad => WriteAsync(context, text, bad.StatusCode == 413 ? 413 : 400, bad.StatusCode == 413 ? "too-large" : "malformed"),
        _ when Faults.IsOut(fault) => WriteAsync(context, text, 503, "busy"),
        _ when Faults.IsUniqueViolation(fault) => WriteAsync(context, text, 409, "conflict"),
        _ => IncidentAsync(context, text, fault),
    };

    private Task IncidentAsync(HttpContext context, Localizer text, Exception fault)
    {
        var incident = Guid.CreateVersion7();
        log.LogError(fault, "Incident {Incident} at {Method} {Path}", incident, context.Request.Method, context.Request.Path);
        return Problems.WriteAsync(context, 500, "incident", text["refusal.incident", ("number", incident)].ToString());
    }

    private static Task WriteAsync(HttpContext context, Localizer text, int status, string code) =>
        Problems.WriteAsync(context, status, code, text[$"refusal.{code}"].ToString());
}
