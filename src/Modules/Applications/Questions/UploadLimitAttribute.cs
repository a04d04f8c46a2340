using Madoguchi.Files.Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Applications.Questions;

/// <summary>Pages with files take from those who are signed in as much as an application may hold; a form without files stays small.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Files of one application, and the words around them.</summary>
    public const long Most = FileLimits.Application + 1024 * 1024;

    // Before the form is read to find its token.
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<Actor>().Kind == ActorKind.Anonymous) return;
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType || request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true) return;
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Most;
    }
}
