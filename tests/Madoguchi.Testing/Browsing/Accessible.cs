using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Madoguchi.Testing.Browsing;

/// <summary>What every page owes to those who listen to it: a language, a title, headings in order, a name on everything.</summary>
public static class Accessible
{
    public static void Check(IHtmlDocument page, string path)
    {
        var faults = Faults(page).ToList();
        Assert.True(faults.Count == 0, $"{path}: {string.Join("; ", faults)}");
    }

    public static IEnumerable<string> Faults(IHtmlDocument page)
    {
        if (page.DocumentElement.GetAttribute("lang") is not ("ja" or "en")) yield return "no language";
        if (string.IsNullOrWhiteSpace(page.Title)) yield return "no title";
        if (page.QuerySelectorAll("main").Length != 1) yield return "not one main part";
        if (page.QuerySelectorAll("h1").Length != 1) yield return "not one h1";
        if (page.QuerySelector("a[href='#main']") is null) yield return "no skip link";

        foreach (var twice in page.All.Select(e => e.Id).Where(id => !string.IsNullOrEmpty(id)).GroupBy(id => id).Where(g => g.Count() > 1)) yield return $"id {twice.Key} twice";
        foreach (var attribute in new[] { "aria-describedby", "aria-labelledby" })
            foreach (var id in page.QuerySelectorAll($"[{attribute}]").SelectMany(e => e.GetAttribute(attribute)!.Split(' ')))
                if (page.GetElementById(id) is null) yield return $"{attribute} names {id}, which is not there";

        var level = 0;
        foreach (var heading in page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5"))
        {
            var now = heading.LocalName[1] - '0';
            if (now > level + 1 && level > 0) yield return $"heading jumps to h{now}: {heading.TextContent.Trim()}";
            if (heading.TextContent.Trim().Length == 0) yield return "empty heading";
            level = now;
        }

        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea").Where(f => f.Closest("[aria-hidden=true]") is null))
            if (page.QuerySelectorAll($"label[for='{field.Id}']").Length == 0 && !field.HasAttribute("aria-label")) yield return $"field {field.GetAttribute("name")} has no label";
        foreach (var named in page.QuerySelectorAll("button, a[href]").Where(b => b.TextContent.Trim().Length == 0 && !b.HasAttribute("aria-label"))) yield return $"nameless {named.OuterHtml}";
        foreach (var group in page.QuerySelectorAll("fieldset").Where(f => f.QuerySelector("legend")?.TextContent.Trim() is not { Length: > 0 })) yield return $"fieldset {group.Id} has no legend";
        foreach (var image in page.QuerySelectorAll("img:not([alt])")) yield return $"image without alt {image.OuterHtml}";
        foreach (var link in page.QuerySelectorAll(".dads-error-summary a").Select(a => a.GetAttribute("href")![1..]))
            if (page.GetElementById(link) is null) yield return $"error summary leads to {link}, which is not there";
        if (page.QuerySelector("[style], script:not([src]):not([type='application/ld+json'])") is { } inline) yield return $"inline {inline.LocalName}";
        if (page.QuerySelector("main") is { } main && Regex.IsMatch(main.TextContent, @"\bstaff\.[a-z]")) yield return "an untranslated key";
    }
}
