namespace Madoguchi.DesignSystem.Markup;

/// <summary>HTML elements in memory; every text and attribute is encoded when written.</summary>
internal static class El
{
    public static TagBuilder Of(string name, string? css = null, params ReadOnlySpan<object?> content)
    {
        var element = new TagBuilder(name);
        if (css is not null) element.Attributes["class"] = css;
        if (name == "input") element.TagRenderMode = TagRenderMode.SelfClosing;
        return element.Add(content);
    }

    public static TagBuilder Add(this TagBuilder element, params ReadOnlySpan<object?> content)
    {
        foreach (var part in content) element.InnerHtml.Put(part);
        return element;
    }

    public static void Put(this IHtmlContentBuilder into, object? part)
    {
        if (part is IHtmlContent html) into.AppendHtml(html);
        else if (part is string text) into.Append(text);
    }

    /// <summary>Nothing is written for null.</summary>
    public static TagBuilder With(this TagBuilder element, string attribute, string? value)
    {
        if (value is not null) element.Attributes[attribute] = value;
        return element;
    }

    public static TagBuilder With(this TagBuilder element, string attribute, int? value) =>
        element.With(attribute, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static TagBuilder Flag(this TagBuilder element, string attribute, bool on) => element.With(attribute, on ? attribute : null);

    public static TagBuilder Hidden(object? text) => Of("span", "dads-hidden", text);

    /// <summary>The outer element of a tag helper: classes of the page stay, ours come first.</summary>
    public static void Becomes(this TagHelperOutput output, string name, string css)
    {
        output.TagName = name;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes.TryGetAttribute("class", out var given) ? given.Value?.ToString() : null;
        output.Attributes.SetAttribute("class", own is null ? css : $"{css} {own}");
    }

    public static void Set(this TagHelperOutput output, string attribute, string? value)
    {
        if (value is not null) output.Attributes.SetAttribute(attribute, value);
    }

    /// <summary>Attributes carry no ruby.</summary>
    public static void Set(this TagHelperOutput output, string attribute, LocalizedText text) => output.Set(attribute, text.ToString());

    /// <summary>Texts with ruby are several nodes; inside a flex box they must stay one.</summary>
    public static void KeepTogether(this TagHelperOutput output)
    {
        output.PreContent.SetHtmlContent("<span>");
        output.PostContent.SetHtmlContent("</span>");
    }

    public static TagBuilder Together(object? text) => Of("span", null, text);

    public static void Fill(this TagHelperOutput output, params ReadOnlySpan<object?> content)
    {
        var inner = new HtmlContentBuilder();
        foreach (var part in content) inner.Put(part);
        output.Content.SetHtmlContent(inner);
    }
}
