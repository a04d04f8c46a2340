using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Residents.TakeHome;

/// <summary>The ZIP as the answer, streamed.</summary>
internal sealed class TakeOutFile(TakeOut takeOut) : ActionResult
{
    // Each holds a connection to the database until the last byte has been taken, however slowly.
    private static readonly SemaphoreSlim Turns = new(4);

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        if (!await Turns.WaitAsync(0)) throw new BusyException();
        try
        {
            await WriteAsync(context);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task WriteAsync(ActionContext context)
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
