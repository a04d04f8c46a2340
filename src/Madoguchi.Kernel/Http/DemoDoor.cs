using Madoguchi.Kernel.Settings;
using Microsoft.AspNetCore.Http;

namespace Madoguchi.Kernel.Http;

/// <summary>Where the demo's sign-in without a password exists: in demo mode, for callers on this machine. Kestrel listens on loopback only; what a proxy passed on comes from elsewhere.</summary>
public static class DemoDoor
{
    /// <summary>Whether demo accounts may sign in with this request.</summary>
    public static bool IsOpen(CityOptions options, HttpRequest request) => options.Demo && !IsPassedOn(request.Headers);

    // Not by the keys: Kestrel copies them into a new set at every request.
    private static bool IsPassedOn(IHeaderDictionary headers)
    {
        foreach (var header in headers)
            if (IsOfAProxy(header.Key)) return true;
        return false;
    }

    private static bool IsOfAProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase);
}
