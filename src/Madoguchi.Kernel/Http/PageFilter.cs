using Madoguchi.Kernel.Data;
using Madoguchi.Kernel.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Kernel.Http;

/// <summary>
/// Around every page handler: who may enter, the transaction of a POST, the commit before the page or redirect is written.
/// A page shown again with errors has changed nothing.
/// </summary>
internal sealed class PageFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var model = context.HandlerInstance.GetType();
        var actor = services.GetRequiredService<Actor>();
        EndpointAccess.Check(actor, type => Attribute.IsDefined(model, type, inherit: true));

        if (actor.Kind != ActorKind.Anonymous) context.HttpContext.Response.OnStarting(KeepPrivateAsync, context.HttpContext.Response);
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }

        if (context.HandlerMethod is null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        var database = services.GetRequiredService<Database>();
        if (!IsAppendOnly(context)) await database.BeginAsync(context.HttpContext.RequestAborted);
        var executed = await next();
        if (executed.Exception is null && executed.Result is not PageResult && !Refused(executed))
        {
            await CommitAsync(context.HttpContext, database);
            return;
        }

        await ApiFilter.RollbackAsync(context.HttpContext, database);
        if (executed.Result is PageResult page && !context.ModelState.IsValid) page.StatusCode ??= StatusCodes.Status400BadRequest;
    }

    // What is one person's must not be kept for others, nor be shown again without asking; a page with a token says more by itself.
    private static Task KeepPrivateAsync(object answer)
    {
        var headers = ((HttpResponse)answer).Headers;
        if (headers.CacheControl.Count == 0) headers.CacheControl = "private, no-cache";
        return Task.CompletedTask;
    }

    private static async Task CommitAsync(HttpContext context, Database database)
    {
        try
        {
            await database.CommitAsync(CancellationToken.None);
        }
        catch
        {
            await ApiFilter.RollbackAsync(context, database);
            throw;
        }
    }

    private static bool Refused(PageHandlerExecutedContext executed) =>
        executed.Result is Microsoft.AspNetCore.Mvc.Infrastructure.IStatusCodeActionResult { StatusCode: >= 400 };

    private static bool IsAppendOnly(PageHandlerExecutingContext context) =>
        Attribute.IsDefined(context.HandlerInstance.GetType(), typeof(AppendOnlyAttribute))
        || context.HandlerMethod?.MethodInfo.IsDefined(typeof(AppendOnlyAttribute), false) == true;
}
