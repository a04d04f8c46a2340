using Madoguchi.Files.Open;
using Madoguchi.Files.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Files.Api;

/// <summary>Addresses of the module: the API, and downloads for the two cookies.</summary>
internal static class FilesApi
{
    public static void Map(IEndpointRouteBuilder api, IEndpointRouteBuilder root)
    {
        api.MapPost("/files", UploadAsync).SignedInOnly().Streamed()
            .Accepts<IFormFile>("multipart/form-data").Produces(201).WithSummary("ファイルを預ける").WithTags("files").DisableAntiforgery();
        api.MapGet("/files/{fileId}", OpenAsync).SignedInOnly().Produces(200).WithSummary("ファイルを受け取る").WithTags("files");
        root.MapGet("/files/{fileId}", OpenAsync).SignedInOnly().ExcludeFromDescription();
        root.MapGet("/staff/files/{fileId}", OpenForStaffAsync).StaffOnly().ExcludeFromDescription();
    }

    private static async Task<ApiAnswer> UploadAsync(HttpContext context, UploadFile upload)
    {
        var result = await upload.RunAsync(context);
        if (result.Refused) return ApiAnswer.Refused(result.Refusal);
        var file = result.Value;
        StreamedBody.Was(context, $"{file.Sha256} {file.MediaType} {file.Name}");
        return ApiAnswer.Created($"/api/v1/files/{file.Id}", new { fileId = file.Id, file.Name, file.MediaType, file.Size, file.Sha256, file.State });
    }

    private static Task<IResult> OpenAsync(HttpContext context, string fileId, OpenFile open) => open.RunAsync(context, fileId);

    private static Task<IResult> OpenForStaffAsync(HttpContext context, string fileId, Actor actor, OpenFile open)
    {
        actor.RequireStaff();
        return open.RunAsync(context, fileId);
    }
}
