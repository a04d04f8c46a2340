using System.ComponentModel;

namespace Madoguchi.DesignSystem.Markup;

/// <summary>A tag helper that knows the page it stands on.</summary>
public abstract class ViewTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext, EditorBrowsable(EditorBrowsableState.Never)]
    public ViewContext ViewContext { get; set; } = null!;

    private protected string? Resolve(string? href) => Href.Resolve(ViewContext, href);

    /// <summary>An id that is the same for the same page: the nth of its kind.</summary>
    private protected string NextId(string kind)
    {
        var items = ViewContext.HttpContext.Items;
        var key = "design:" + kind;
        var number = items[key] is int last ? last + 1 : 1;
        items[key] = number;
        return $"{kind}-{number}";
    }
}
