using Microsoft.AspNetCore.Http;

namespace Madoguchi.Studio.Preview;

/// <summary>The look of a thing stands in a frame: its fields have ids and widths of their own. Both ends say so, and only to this city hall.</summary>
internal static class Frames
{
    /// <summary>Things that residents see as a part of a page.</summary>
    public static bool Has(string kind, string key) => kind is "question" or "page" or "exit" or "document" || (kind == "facts" && key == "after");

    /// <summary>This page shows frames.</summary>
    public static void Show(HttpResponse response) => response.Headers.ContentSecurityPolicy += "; frame-src 'self'";

    /// <summary>This page stands in a frame of ours.</summary>
    public static void Stand(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = response.Headers.ContentSecurityPolicy.ToString().Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);
}
