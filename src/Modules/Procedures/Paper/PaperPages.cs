using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Procedures.Paper;

/// <summary>The empty form of a procedure, for people who want paper, and the short address that paper leads with.</summary>
internal static class PaperPages
{
    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/procedures/{slug}/paper.pdf", OpenAsync).Anyone().ExcludeFromDescription();
        root.MapGet("/p/{slug}", Lead).Anyone().ExcludeFromDescription();
    }

    private static IResult Lead(HttpContext context, string slug, IProcedures procedures) =>
        procedures.Find(slug) is { } found ? Results.Redirect($"{context.Request.PathBase}/procedures/{found.Slug}") : throw new NotFoundException();

    private static async Task<IResult> OpenAsync(HttpContext context, string slug, Papers papers, Localizer text)
    {
        var paper = papers.Empty(slug, text.Language);
        var tag = $"\"{paper.Hash}\"";
        var headers = context.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        if (context.Request.Headers.IfNoneMatch.Any(t => t == tag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Bytes(await papers.PrintAsync(paper, context.RequestAborted), "application/pdf");
    }
}
