using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Residents.TakeHome;

/// <summary>The ZIP as the answer, streamed.</summary>
internal sealed class TakeOutFile(TakeOut takeOut) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var today = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = $"attachment; filename=\"my-data-{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}.zip\"";
        response.Headers.CacheControl = "private, no-store";
        // The framework ends each entry of a ZIP with a small write that is not asynchronous.
        context.HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await takeOut.WriteAsync(response.Body, context.HttpContext.RequestAborted);
    }
}
