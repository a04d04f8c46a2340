using Microsoft.AspNetCore.Http;

namespace Madoguchi.Notices.Contracts;

/// <summary>Whether a browser asks ahead of its reader: that opens no notice.</summary>
public static class Prefetch
{
    public static bool Is(HttpRequest request) =>
        HttpMethods.IsHead(request.Method)
        || request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
        || request.Headers["Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);
}
