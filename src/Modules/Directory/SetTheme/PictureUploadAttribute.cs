using Madoguchi.Directory.Contracts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Directory.SetTheme;

/// <summary>Takes pictures from those who may set the look; from anybody else nothing is read before they are turned away.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PictureUploadAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // More than the pictures may be: what is a little too large is refused beside its field.
    private const long Largest = 4 * 1024 * 1024;

    // Before the form is read to find its token.
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<Actor>().Require(DirectoryPermissions.Theme);
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Largest;
    }
}
