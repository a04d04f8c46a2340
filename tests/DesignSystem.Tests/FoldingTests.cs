using Madoguchi.DesignSystem.Lists;
using Madoguchi.DesignSystem.Navigation;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DesignSystem.Tests;

/// <summary>What opens and closes, or leads elsewhere: by native elements, so that it works without script.</summary>
public sealed class FoldingTests
{
    private readonly Render render = new();

    [Fact]
    public void A_section_folds_under_its_heading()
    {
        var section = render.Element(new AccordionTagHelper { Heading = "{書類|しょるい}", HeadingLevel = 4, Open = true }, "<p>通帳</p>");
        section.ShouldBeSound();
        Assert.Equal("DETAILS", section.TagName);
        Assert.True(section.HasAttribute("open"));
        Assert.Equal("しょるい", section.One("summary > h4 rt").TextContent);
        Assert.Equal("通帳", section.One(".dads-accordion__body").Words());
    }

    [Fact]
    public void Sides_of_one_group_share_a_name_so_that_one_is_open()
    {
        string[] names = [.. TabsOfOneGroup(), .. TabsOfOneGroup()];
        Assert.Equal(["tabs-1", "tabs-1", "tabs-2", "tabs-2"], names);
    }

    [Fact]
    public void A_group_of_sides_has_a_name()
    {
        var group = render.Element(new TabsTagHelper { Label = "児童手当" }, "<details><summary>額</summary></details>");
        Assert.Equal(("group", "児童手当"), (group.GetAttribute("role"), group.GetAttribute("aria-label")));
    }

    [Fact]
    public void A_drawer_is_opened_and_closed_by_the_browser_itself()
    {
        var drawer = render.Element(new DrawerTagHelper(render.Text) { Heading = "手続き" }, "<a href=\"/\">税</a>");
        drawer.ShouldBeSound();
        var panel = drawer.One("[popover=auto]");
        Assert.Equal("手続き", panel.One("h2").Words());
        Assert.Equal(panel.One("h2").Id, panel.GetAttribute("aria-labelledby"));
        Assert.Equal(["メニュー:toggle", "閉じる:hide"], drawer.QuerySelectorAll($"button[type=button][popovertarget={panel.Id}]").Select(b => $"{b.Words()}:{b.GetAttribute("popovertargetaction")}"));
        Assert.Equal("税", panel.One("a").Words());
    }

    [Fact]
    public void A_link_says_when_it_leaves_the_site_or_opens_beside_it()
    {
        var here = render.Element(new LinkTagHelper(render.Text) { Href = "~/my" }, "マイページ");
        Assert.Empty(here.QuerySelectorAll("svg"));
        Assert.Null(here.GetAttribute("rel"));

        var away = render.Element(new LinkTagHelper(render.Text) { Href = "https://example.jp/", External = true }, "国のページ");
        Assert.Equal("外部サイトへ移動します", away.One("svg[role=img]").GetAttribute("aria-label"));
        Assert.Null(away.GetAttribute("target"));

        var beside = render.Element(new LinkTagHelper(render.Text) { Href = "~/example", NewTab = true }, "記入例");
        Assert.Equal("新規タブで開きます", beside.One("svg[role=img]").GetAttribute("aria-label"));
        Assert.Equal(("_blank", "noopener noreferrer"), (beside.GetAttribute("target"), beside.GetAttribute("rel")));
    }

    [Fact]
    public void A_list_is_numbered_when_its_order_matters()
    {
        Assert.Equal("UL", render.Element(new ListTagHelper(), "<li>a</li>").TagName);
        Assert.Equal("OL", render.Element(new ListTagHelper { Ordered = true }, "<li>a</li>").TagName);
    }

    private List<string> TabsOfOneGroup()
    {
        var group = new TabsTagHelper { ViewContext = render.View };
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        group.Init(context);
        List<string> names = [];
        foreach (var label in new[] { "対象", "額" })
        {
            var output = new TagHelperOutput("tag", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
            new TabTagHelper { Label = label }.ProcessAsync(context, output).GetAwaiter().GetResult();
            names.Add(output.Attributes["name"].Value.ToString()!);
        }

        return names;
    }
}
