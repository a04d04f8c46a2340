using Madoguchi.DesignSystem;
using Madoguchi.Directory.Domain.Themes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Directory.SetTheme;

/// <summary>Pictures of the theme for everybody, and the style sheet and pictures of the draft for those who may set it.</summary>
internal static class ThemeAddresses
{
    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapMethods("/theme/{file}", ["GET", "HEAD"], PictureAsync).Anyone().ExcludeFromDescription();
        root.MapGet("/staff/theme/preview/{file}", DraftAsync).StaffOnly().ExcludeFromDescription();
    }

    private static async Task<IResult> PictureAsync(string file, ThemeBoard board, HttpContext context)
    {
        if (await board.PictureAsync(HashOf(file), context.RequestAborted) is not { } picture || !file.EndsWith("." + picture.Facts.Extension, StringComparison.Ordinal)) throw new NotFoundException();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Sent(context, picture);
    }

    private static async Task<IResult> DraftAsync(string file, ReadThemes read, Actor actor, HttpContext context)
    {
        actor.Require(Contracts.DirectoryPermissions.Theme);
        context.Response.Headers.CacheControl = "private, no-store";
        if (!file.EndsWith(".css", StringComparison.Ordinal)) return Sent(context, await read.PictureAsync(HashOf(file), context.RequestAborted));
        var draft = await read.DraftAsync(context.RequestAborted) ?? throw new NotFoundException();
        return Results.Bytes(new ShownTheme(null, draft.Theme, []).Sheet.Content, "text/css; charset=utf-8");
    }

    // Opened by itself a drawing is a document: it may do nothing.
    private static IResult Sent(HttpContext context, Picture picture)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        return Results.Bytes(picture.Content, picture.Facts.MediaType);
    }

    private static string HashOf(string file) => file.Split('.')[0];
}
