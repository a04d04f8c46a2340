namespace Madoguchi.DesignSystem.Markup;

internal static class Href
{
    private static readonly string[] Refused = ["javascript:", "data:", "vbscript:"];

    /// <summary><c>~/</c> becomes the base of the request (which carries the language); addresses that run code become <c>#</c>.</summary>
    public static string? Resolve(ViewContext view, string? href)
    {
        if (href is null) return null;
        if (href.StartsWith("~/", StringComparison.Ordinal)) return view.HttpContext.Request.PathBase + href[1..];

        var bare = string.Concat(href.Where(c => !char.IsControl(c) && !char.IsWhiteSpace(c)));
        return Refused.Any(r => bare.StartsWith(r, StringComparison.OrdinalIgnoreCase)) ? "#" : href;
    }
}
