namespace Madoguchi.DesignSystem.Navigation;

public sealed record Crumb(LocalizedText Label, string? Href = null);

public sealed record MenuItem(LocalizedText Label, string Href, bool Current = false, int? Count = null);

public sealed record LanguageLink(Language Language, string Href, bool Current);

/// <summary>The way from the front door to this page.</summary>
[HtmlTargetElement("dads-breadcrumb", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreadcrumbTagHelper(Localizer text) : ViewTagHelper
{
    public IReadOnlyList<Crumb> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("nav", "dads-breadcrumb");
        output.Set("aria-label", text["design.breadcrumb"]);
        var list = El.Of("ol", null);
        foreach (var item in Items)
            list.Add(El.Of("li", null, item.Href is null
                ? El.Of("span", null, item.Label).With("aria-current", "page")
                : El.Of("a", null, item.Label).With("href", Resolve(item.Href))));
        output.Fill(list);
    }
}

/// <summary>The rooms of this part of the house.</summary>
[HtmlTargetElement("dads-horizontal-menu", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HorizontalMenuTagHelper : ViewTagHelper
{
    public IReadOnlyList<MenuItem> Items { get; set; } = [];

    public LocalizedText Label { get; set; } = LocalizedText.Empty;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("nav", "dads-menu");
        output.Set("aria-label", Label);
        var list = El.Of("ul", null);
        foreach (var item in Items)
            list.Add(El.Of("li", null, El.Of("a", null, El.Together(item.Label), item.Count is { } count ? El.Of("span", "dads-menu__count", $"{count}") : null)
                .With("href", Resolve(item.Href)).With("aria-current", item.Current ? "page" : null)));
        output.Fill(list);
    }
}

/// <summary>The same page in another language; opens without script.</summary>
[HtmlTargetElement("dads-language-selector", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LanguageSelectorTagHelper(Localizer text) : ViewTagHelper
{
    public IReadOnlyList<LanguageLink> Links { get; set; } = [];

    /// <summary>Id of a form that must not lose what was typed: each language is then a button that sends it with <c>act=language:en</c>.</summary>
    public string? Form { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("details", "dads-language");
        var list = El.Of("ul", null);
        foreach (var link in Links)
            list.Add(El.Of("li", null, (Form is { Length: > 0 } ? Button(link.Language, Form) : El.Of("a", null).With("href", Resolve(link.Href)).With("hreflang", link.Language.HtmlLang()))
                .Add(Icons.Of(Icons.Check), El.Of("span", null, link.Language.OwnName()))
                .With("lang", link.Language.HtmlLang()).With("aria-current", link.Current ? "true" : null)));
        output.Fill(
            El.Of("summary", null, Icons.Of(Icons.Globe), El.Of("span", null, text["design.language"]).With("lang", "en"), Icons.Of(Icons.Down)),
            list);
    }

    private static TagBuilder Button(Language language, string form) => El.Of("button", null)
        .With("type", "submit").With("form", form).With("formnovalidate", "formnovalidate").With("name", "act").With("value", "language:" + language.Code());
}

/// <summary>A small link at the edge of a page.</summary>
[HtmlTargetElement("dads-utility-link")]
public sealed class UtilityLinkTagHelper : ViewTagHelper
{
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("a", "dads-utility-link");
        output.KeepTogether();
        output.Set("href", Resolve(Href));
    }
}

/// <summary>The first stop of the keyboard: over the header to <c>#main</c>.</summary>
[HtmlTargetElement("dads-skip-link", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SkipLinkTagHelper(Localizer text) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Becomes("a", "dads-skip-link");
        output.Set("href", "#main");
        output.Fill(text["design.skip"]);
    }
}

/// <summary>Words to look for; sent by GET.</summary>
[HtmlTargetElement("dads-search-box", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SearchBoxTagHelper(Localizer text) : ViewTagHelper
{
    public string? Action { get; set; }

    public string Name { get; set; } = "q";

    public string? Value { get; set; }

    public LocalizedText? Label { get; set; }

    /// <summary>Where suggestions are asked for while somebody types; without it, or without a script, the box is a plain form.</summary>
    public string? Suggest { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = NextId("search");
        output.Becomes("form", "dads-search");
        output.Set("role", "search");
        output.Set("method", "get");
        output.Set("action", Resolve(Action));
        output.Fill(
            El.Of("label", "dads-label", Label ?? text["design.search.label"]).With("for", id),
            El.Of("div", "dads-search__row",
                El.Of("input", "dads-input dads-input--full").With("type", "search").With("id", id).With("name", Name).With("value", Value).With("maxlength", "200")
                    .With("data-suggest", Suggest is null ? null : Resolve(Suggest)).With("data-suggest-label", Suggest is null ? null : text["design.search.suggestions"].ToString()),
                El.Of("button", "dads-button dads-button--solid dads-button--md", Icons.Of(Icons.Search), El.Of("span", null, text["design.search.button"])).With("type", "submit")));
        if (Suggest is not null) output.PostElement.AppendHtml(El.Of("script", null).With("src", DesignAssets.SuggestPath).With("type", "module"));
    }
}

/// <summary>To the page before and the page after.</summary>
[HtmlTargetElement("dads-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper(Localizer text) : ViewTagHelper
{
    public string? PreviousHref { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public string? NextHref { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public LocalizedText? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(PreviousHref) && string.IsNullOrEmpty(NextHref))
        {
            output.SuppressOutput();
            return;
        }

        output.Becomes("nav", "dads-pagination");
        output.Set("aria-label", Label ?? text["design.pagination"]);
        output.Fill(
            string.IsNullOrEmpty(PreviousHref) ? null : Link(PreviousHref, "prev", Icons.Of(Icons.Left), El.Together(text["design.pagination.previous"])),
            string.IsNullOrEmpty(NextHref) ? null : Link(NextHref, "next", El.Together(text["design.pagination.next"]), Icons.Of(Icons.Right)));
    }

    private TagBuilder Link(string href, string rel, params ReadOnlySpan<object?> content) =>
        El.Of("a", "dads-button dads-button--outline dads-button--md dads-pagination__" + rel, content).With("href", Resolve(href)).With("rel", rel);
}
