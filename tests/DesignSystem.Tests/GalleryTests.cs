using System.Reflection;
using System.Text.RegularExpressions;
using Madoguchi.DesignSystem;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DesignSystem.Tests;

/// <summary>The gallery shows every component, and the code of each is what stands there.</summary>
public sealed partial class GalleryTests
{
    private static readonly string[] OfTheHead = ["design-styles", "dads-skip-link"];

    public static TheoryData<string> OfDads() =>
    [
        "accordion", "breadcrumb", "button", "card", "checkbox", "chip-label", "date", "description-list", "disclosure", "divider", "drawer",
        "emergency-banner", "error-summary", "file-upload", "form-control-label", "heading", "horizontal-menu", "input-text", "language-selector",
        "link", "list", "notification-banner", "pagination", "progress-indicator", "radio", "search-box", "select", "step-navigation", "tab",
        "table", "textarea", "utility-link",
    ];

    [Theory, MemberData(nameof(OfDads))]
    public void A_component_is_shown_with_each_of_its_tags(string component)
    {
        var part = Assert.Single(GalleryParts.All, p => p.Id == component);
        Assert.All(part.Tags.Split(' '), tag => Assert.Contains($"<{tag}", part.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void No_tag_is_missing_in_the_gallery()
    {
        var tags = typeof(DesignAssets).Assembly.GetExportedTypes().SelectMany(t => t.GetCustomAttributes<HtmlTargetElementAttribute>()).Select(a => a.Tag).Except(OfTheHead);
        Assert.Empty(tags.Except(GalleryParts.All.SelectMany(p => Tag().Matches(p.Code).Select(m => m.Groups[1].Value))));
    }

    [Theory]
    [InlineData("required=\"true\"")]
    [InlineData("errors=")]
    [InlineData("readonly=\"true\" readonly-reason=")]
    public void The_states_of_a_field_are_shown_for_every_kind(string state)
    {
        foreach (var kind in new[] { "checkbox", "date", "file-upload", "radio", "select", "textarea", "input-text" })
            Assert.Contains(state, GalleryParts.All.Single(p => p.Id == kind).Code, StringComparison.Ordinal);
    }

    [GeneratedRegex("<((?:dads|design)-[a-z-]+)")]
    private static partial Regex Tag();
}
