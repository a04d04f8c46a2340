using Madoguchi.Procedures.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Madoguchi.Procedures.Search;

/// <summary><c>GET /search/suggest?q=</c>: up to seven procedures while somebody types.</summary>
internal static class Suggestions
{
    private const int Most = 7;

    public static void Map(IEndpointRouteBuilder root) =>
        root.MapGet("/search/suggest", (HttpContext context, ProcedureCatalogue procedures, Localizer text, string? q = null) =>
        {
            var found = string.IsNullOrWhiteSpace(q) ? [] : procedures.Look(q).Found.Take(Most);
            return Results.Json(new
            {
                Items = found.Select(c => new { Title = c.Title.In(text.Language).ToString(), Href = $"{context.Request.PathBase}/procedures/{c.Slug}" }),
            });
        }).Anyone().ExcludeFromDescription();
}
