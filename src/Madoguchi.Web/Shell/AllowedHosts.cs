namespace Madoguchi.Web.Shell;

/// <summary>Answers to localhost and 127.0.0.1 until hosts are configured; any other name is no city of ours.</summary>
internal sealed class AllowedHosts(RequestDelegate next)
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };

    public Task InvokeAsync(HttpContext context)
    {
        if (Allowed.Contains(context.Request.Host.Host)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
