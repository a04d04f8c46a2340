using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Madoguchi.DesignSystem;
using Madoguchi.DesignSystem.Markup;
using Madoguchi.Kernel.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DesignSystem.Tests;

/// <summary>Renders one tag helper in memory, as a page would.</summary>
internal sealed class Render
{
    public static readonly Texts Texts = new([typeof(DesignAssets).Assembly]);

    private readonly DefaultHttpContext http = new();
    private readonly EmptyModelMetadataProvider metadata = new();

    public ModelStateDictionary ModelState { get; } = new();

    public Localizer Text { get; } = new(Texts);

    public ViewContext View => new() { HttpContext = http, ViewData = new ViewDataDictionary(metadata, ModelState) };

    public static Render In(Language language) => new() { Text = { Language = language } };

    public Render At(string pathBase)
    {
        http.Request.PathBase = pathBase;
        return this;
    }

    public Render WithError(string key, string message)
    {
        ModelState.AddModelError(key, message);
        return this;
    }

    public Render WithAttempt(string key, string value)
    {
        ModelState.SetModelValue(key, value, value);
        return this;
    }

    public ModelExpression For<T>(string name, T value) =>
        new(name, new ModelExplorer(metadata, metadata.GetMetadataForType(typeof(T)), value));

    public string Html(ITagHelper helper, string content = "")
    {
        if (helper is ViewTagHelper view)
            view.ViewContext = View;

        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("tag", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        if (content.Length > 0) output.Content.SetHtmlContent(content);
        helper.ProcessAsync(context, output).GetAwaiter().GetResult();

        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(UnicodeRanges.All));
        return writer.ToString();
    }

    public IElement Element(ITagHelper helper, string content = "") =>
        new HtmlParser().ParseDocument($"<body>{Html(helper, content)}</body>").Body!.FirstElementChild!;
}

internal static class Assertions
{
    public static IElement One(this IParentNode node, string selector)
    {
        var found = node.QuerySelectorAll(selector);
        Assert.True(found.Length == 1, $"{found.Length} elements match {selector}");
        return found[0];
    }

    public static string Words(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every control has one visible name, every reference leads somewhere, no id stands twice, nothing needs inline code.</summary>
    public static void ShouldBeSound(this IElement root)
    {
        var all = root.QuerySelectorAll("*").Append(root).ToList();
        var ids = all.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Distinct(), ids);

        foreach (var control in all.Where(e => e.LocalName is "input" or "select" or "textarea" or "progress"))
            Assert.True(root.QuerySelectorAll("label").Count(l => l.GetAttribute("for") == control.Id) == 1, $"{control.Id} has no label");
        foreach (var element in all)
        {
            foreach (var reference in new[] { "aria-describedby", "aria-labelledby" })
                foreach (var id in (element.GetAttribute(reference) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Assert.Contains(id, ids);
            Assert.Null(element.GetAttribute("style"));
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal));
        }

        foreach (var group in all.Where(e => e.LocalName == "fieldset")) Assert.Equal("legend", group.FirstElementChild?.LocalName);
        foreach (var nameless in all.Where(e => e.LocalName is "a" or "button")) Assert.NotEqual("", nameless.Words());
    }
}
