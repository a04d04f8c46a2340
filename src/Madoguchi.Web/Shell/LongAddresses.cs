using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Madoguchi.Web.Shell;

/// <summary>A request line over 16 KiB leads nowhere (RFC 9110, 15.5.15). Pages say so with a search; the server itself ends a line over <see cref="MostRead"/>.</summary>
internal sealed class LongAddresses(RequestDelegate next)
{
    public const int MostRead = 64 * 1024;

    private const int Most = 16 * 1024;

    public Task InvokeAsync(HttpContext context, Localizer text)
    {
        if (LineOf(context) <= Most) return next(context);
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            text.Language = Languages.FromHeader(context.Request.Headers.AcceptLanguage);
            return Problems.WriteAsync(context, StatusCodes.Status414UriTooLong, "address-too-long", text["refusal.address-too-long"].ToString());
        }

        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        return Task.CompletedTask;
    }

    // As it was sent: verb, address and version with two spaces.
    private static int LineOf(HttpContext context) =>
        context.Request.Method.Length + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length + context.Request.Protocol.Length + 2;
}
