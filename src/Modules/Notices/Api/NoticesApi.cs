using Madoguchi.Notices.Contracts;
using Madoguchi.Notices.Reading;
using Madoguchi.Notices.Verify;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Notices.Api;

internal static class NoticesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/notices", async (string? application, ReadNotices notices, CancellationToken stop) => ApiAnswer.Ok(await notices.OfAsync(application, stop)))
            .SignedInOnly().WithTags("Notices").WithSummary("Notices of an application");

        api.MapGet("/notices/{id}/pdf", async (string id, ReadNotices notices, HttpContext context, CancellationToken stop) =>
            {
                var file = await notices.FileAsync(id, Prefetch.Is(context.Request), stop);
                context.Response.Headers.CacheControl = "private, no-store";
                return Results.File(file.Content, "application/pdf", file.Name);
            })
            .SignedInOnly().WithTags("Notices").WithSummary("The signed PDF");

        api.MapGet("/verify/{code}", async (string code, VerifyNotice verify, CancellationToken stop) =>
                ApiAnswer.Ok(await verify.CodeAsync(code, stop) ?? throw new NotFoundException()))
            .Anyone().WithTags("Notices").WithSummary("Is there a notice with this code");

        api.MapPost("/verify", async (VerifyNotice verify, HttpContext context, CancellationToken stop) =>
            {
                var file = await HandedInFile.ReadAsync(context, stop);
                if (file.Refused) return ApiAnswer.Refused(file.Refusal);
                var found = await verify.FileAsync(file.Value, stop);
                StreamedBody.Was(context, found.Sha256);
                return ApiAnswer.Ok(found);
            })
            .Anyone().Streamed().WithTags("Notices").WithSummary("Is this file a notice of the city, unaltered");
    }
}
