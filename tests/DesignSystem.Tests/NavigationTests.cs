using Madoguchi.DesignSystem;
using Madoguchi.DesignSystem.Assets;
using Madoguchi.DesignSystem.Forms;
using Madoguchi.DesignSystem.Lists;
using Madoguchi.DesignSystem.Navigation;
using Madoguchi.Kernel.Text;

namespace DesignSystem.Tests;

public sealed class NavigationTests
{
    private readonly Render render = new();

    [Fact]
    public void Links_keep_the_language_of_the_page()
    {
        render.At("/en");
        Assert.Equal("/en/my", render.Element(new LinkButtonTagHelper { Href = "~/my" }, "My page").GetAttribute("href"));
        Assert.Equal("/en/my", render.Element(new BreadcrumbTagHelper(render.Text) { Items = [new("My page", "~/my")] }).One("a").GetAttribute("href"));
        Assert.Equal("/en/my", render.Element(new ButtonTagHelper { FormAction = "~/my" }, "Send").GetAttribute("formaction"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" Java\tScript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void Addresses_that_run_code_go_nowhere(string href) =>
        Assert.Equal("#", render.Element(new LinkButtonTagHelper { Href = href }, "x").GetAttribute("href"));

    [Fact]
    public void A_disabled_link_is_told_as_such()
    {
        var link = render.Element(new LinkButtonTagHelper { Href = "~/my", Disabled = true }, "受付期間外");
        Assert.Null(link.GetAttribute("href"));
        Assert.Equal("link", link.GetAttribute("role"));
        Assert.Equal("true", link.GetAttribute("aria-disabled"));
    }

    [Fact]
    public void A_button_submits_unless_told_otherwise()
    {
        var button = render.Element(new ButtonTagHelper { Name = "act", Value = "save", Type = ButtonType.Outline }, "保存");
        Assert.Equal("submit", button.GetAttribute("type"));
        Assert.Equal("save", button.GetAttribute("value"));
        Assert.Contains("dads-button--outline", button.ClassList);
        Assert.Equal("button", render.Element(new ButtonTagHelper { Submit = false }, "x").GetAttribute("type"));
    }

    [Fact]
    public void The_last_crumb_is_this_page()
    {
        var nav = render.Element(new BreadcrumbTagHelper(render.Text) { Items = [new("ホーム", "~/"), new("申請")] });
        nav.ShouldBeSound();
        Assert.Equal("現在位置", nav.GetAttribute("aria-label"));
        Assert.Equal("申請", nav.One("[aria-current=page]").Words());
    }

    [Fact]
    public void Steps_tell_where_the_person_stands()
    {
        var nav = render.Element(new StepNavigationTagHelper(render.Text)
        {
            Steps = [new("確認", StepState.Done, "~/1"), new("家族", StepState.Reached, "~/2"), new("入力", StepState.Current), new("書類", StepState.Error), new("完了", StepState.Waiting)],
        });
        nav.ShouldBeSound();
        Assert.Equal("全5ステップ中、4ステップ目まで到達済み", nav.One("p.dads-hidden").Words());
        Assert.Contains("家族（入力の途中）", nav.Words());
        Assert.Equal("3入力（現在のステップ）", nav.One("[aria-current=step]").Words());
        Assert.Contains("書類（要確認）", nav.Words());
    }

    [Fact]
    public void Languages_are_named_in_themselves()
    {
        var selector = render.Element(new LanguageSelectorTagHelper(render.Text)
        {
            Links = [new(Language.Ja, "/my", true), new(Language.En, "/en/my", false), new(Language.JaEasy, "/ja-easy/my", false)],
        });
        selector.ShouldBeSound();
        Assert.Equal("Language", selector.One("summary").Words());
        Assert.Equal(["日本語", "English", "やさしい日本語"], selector.QuerySelectorAll("a").Select(a => a.Words()));
        Assert.Equal("日本語", selector.One("[aria-current=true]").Words());
        Assert.Equal("English", selector.One("a[lang=en][hreflang=en]").Words());
    }

    [Fact]
    public void Pages_before_and_after_are_shown_only_when_there_are_any()
    {
        Assert.Equal("", render.Html(new PaginationTagHelper(render.Text)));
        var nav = render.Element(new PaginationTagHelper(render.Text) { NextHref = "?after=1" });
        nav.ShouldBeSound();
        Assert.Equal("次へ", nav.One("a[rel=next]").Words());
        Assert.Empty(nav.QuerySelectorAll("a[rel=prev]"));
    }

    [Fact]
    public void The_current_room_is_marked_and_counted()
    {
        var nav = render.Element(new HorizontalMenuTagHelper { Label = "状態", Items = [new("未着手", "~/a", true, 12), new("完了", "~/b")] });
        nav.ShouldBeSound();
        Assert.Equal("未着手12", nav.One("[aria-current=page]").Words());
    }

    [Fact]
    public void Search_has_a_label_and_keeps_the_words()
    {
        var form = render.Element(new SearchBoxTagHelper(render.Text) { Action = "~/search", Value = "\"転入\"" });
        form.ShouldBeSound();
        Assert.Equal("search", form.GetAttribute("role"));
        Assert.Equal("\"転入\"", form.One("input").GetAttribute("value"));
    }

    [Fact]
    public void Ruby_is_kept_in_cards_resources_and_disclosures()
    {
        Assert.Single(render.Element(new CardTagHelper { Heading = "{税|ぜい}", Href = "~/" }).QuerySelectorAll("h3 a rt"));
        Assert.Single(render.Element(new ResourceTagHelper { Heading = "{税|ぜい}", Href = "~/" }).QuerySelectorAll("a rt"));
        Assert.Single(render.Element(new DisclosureTagHelper { Summary = "{税|ぜい}" }, "<p>x</p>").QuerySelectorAll("summary rt"));
        Assert.Single(render.Element(new EventTagHelper { Heading = "{税|ぜい}", When = "今日" }).QuerySelectorAll("rt"));
    }

    [Fact]
    public void The_style_sheet_is_named_by_its_content_for_all_languages()
    {
        render.At("/en");
        var link = render.Element(new StylesTagHelper(new PlainStyles()));
        Assert.Matches("^/assets/madoguchi\\.[0-9a-f]{12}\\.css$", link.GetAttribute("href"));
        Assert.Equal(DesignAssets.StylesPath, link.GetAttribute("href"));
    }

    [Fact]
    public void Every_sentence_exists_in_every_language()
    {
        var all = Render.Texts.Keys(Language.Ja).Order().ToList();
        Assert.NotEmpty(all);
        foreach (var language in Languages.All) Assert.Equal(all, Render.Texts.Keys(language).Order());
    }
}
