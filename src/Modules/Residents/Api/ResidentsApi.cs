using Madoguchi.Residents.Me;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Residents.Api;

internal static class ResidentsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", async (ShowMe show, CancellationToken stop) => ApiAnswer.Ok(await show.RunAsync(stop)))
            .SignedInOnly().WithTags("Me").WithSummary("The caller");
        api.MapPost("/me/choose-notices", async (ApiBody body, ChooseNotices choose, CancellationToken stop) =>
                ApiAnswer.Ok(await choose.RunAsync(body.Read<ChooseNotices.Input>(), stop)))
            .ResidentsOnly().WithTags("Me").WithSummary("Choose electronic or paper notices");
    }
}
