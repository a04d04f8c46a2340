using Madoguchi.Directory.StaffList;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Directory.Api;

internal static class DirectoryApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/staff", (ListStaff list, string? division, int? limit, string? after) => ApiAnswer.Ok(list.Run(division, limit, after)))
            .StaffOnly().WithTags("Staff").WithSummary("Staff of a division, or of the city");
}
