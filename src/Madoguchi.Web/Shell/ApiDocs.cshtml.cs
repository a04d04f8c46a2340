using Madoguchi.Kernel.Http;
using Madoguchi.Kernel.People;
using Madoguchi.Kernel.Settings;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Madoguchi.Web.Shell;

/// <summary>The API for people who read: conventions, and the addresses as the program serves them.</summary>
[Anyone]
internal sealed class ApiDocsPage(EndpointDataSource endpoints, CityOptions options) : ResidentPage
{
    internal sealed record Address(string Method, string Path, string Who, string? Summary);

    public bool Demo => options.Demo;

    public string Host { get; } = options.PublicUrl;

    public ILookup<string, Address> Groups { get; private set; } = Array.Empty<Address>().ToLookup(_ => "");

    public void OnGet() => Groups = endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(e => PathOf(e).StartsWith("/api/", StringComparison.Ordinal) && e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription != true)
        .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(m => new Address(m, PathOf(e), WhoOf(e), e.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary)))
        .DistinctBy(a => (a.Method, a.Path)).OrderBy(a => a.Path, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal)
        .ToLookup(a => a.Path.Split('/')[3]);

    private static string PathOf(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/');

    private static string WhoOf(RouteEndpoint endpoint)
    {
        bool Has<T>() where T : Attribute => endpoint.Metadata.GetMetadata<T>() is not null;
        return Has<AnyoneAttribute>() ? "anyone" : Has<StaffOnlyAttribute>() ? "staff" : Has<ResidentsOnlyAttribute>() ? "residents" : "signedIn";
    }
}
