using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications.Apply;

/// <summary>A form is submitted once, however often its button is pressed: the press that comes second is led to what the first one made.</summary>
internal static class PressedTwice
{
    public static async Task LeadAsync(PageHandlerExecutedContext executed, Guid form, Func<string, IActionResult> made)
    {
        if (executed.Exception is not DbUpdateConcurrencyException) return;
        var services = executed.HttpContext.RequestServices;
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become(services.GetRequiredService<Actor>().Facts);
        if ((await scope.ServiceProvider.GetRequiredService<SavedForms>().ReadAsync(form, CancellationToken.None)).SubmittedAs is not { } number) return;
        executed.ExceptionHandled = true;
        executed.Result = made(number);
    }
}
