using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Madoguchi.Studio.Drafts;

/// <summary>A page of the studio that takes a large form takes it only from those who may edit procedures; from anybody else not a byte of it is read.</summary>
/// <param name="largest">Bytes of the request.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadAttribute(long largest) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    // Before the form is read to find its token.
    public int Order => 900;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<Actor>().Require(ProceduresPermissions.Edit);
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = largest;
    }
}
