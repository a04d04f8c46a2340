using Madoguchi.Kernel.Settings;

namespace Madoguchi.Web.Shell;

/// <summary>Answers to this machine's own names and to that of the public address; any other name is no city of ours.</summary>
internal sealed class AllowedHosts(RequestDelegate next, CityOptions options)
{
    private readonly HashSet<string> allowed = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]", new Uri(options.PublicUrl).Host };

    public Task InvokeAsync(HttpContext context)
    {
        if (allowed.Contains(context.Request.Host.Host)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
