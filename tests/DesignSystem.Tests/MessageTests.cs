using Madoguchi.DesignSystem.Forms;
using Madoguchi.DesignSystem.Lists;
using Madoguchi.DesignSystem.Messages;

namespace DesignSystem.Tests;

public sealed class MessageTests
{
    private readonly Render render = new();

    [Fact]
    public void The_summary_is_silent_when_all_is_well() => Assert.Equal("", render.Html(new ErrorSummaryTagHelper(render.Text)));

    [Fact]
    public void The_summary_leads_to_every_wrong_field()
    {
        render.WithError("Input.Reason", "{理由|りゆう}を入力してください").WithError("", "期限を過ぎています").WithError("Input.DueOn.month", "月が正しくありません");
        var summary = render.Element(new ErrorSummaryTagHelper(render.Text));

        summary.ShouldBeSound();
        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal("入力内容を確認してください（3件）", summary.One("h2").Words());
        Assert.Equal(["#Input-DueOn-month", "#Input-Reason"], summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Order());
        Assert.Equal("りゆう", summary.One("a rt").TextContent);

        var field = render.Element(new TextareaTagHelper(render.Text) { For = render.For<string?>("Input.Reason", null), Label = "理由" });
        Assert.Equal("Input-Reason", field.One("textarea").Id);
    }

    [Fact]
    public void The_summary_shows_given_items_as_text()
    {
        var summary = render.Element(new ErrorSummaryTagHelper(render.Text) { Items = [new("a", "<b>x</b>"), new("a", "<b>x</b>"), new(null, "y")] });
        Assert.Equal(2, summary.QuerySelectorAll("li").Length);
        Assert.Empty(summary.QuerySelectorAll("b"));
    }

    [Theory]
    [InlineData(BannerType.Success, "完了")]
    [InlineData(BannerType.Error, "エラー")]
    [InlineData(BannerType.Warning, "注意")]
    [InlineData(BannerType.Info, "お知らせ")]
    [InlineData(BannerType.Info2, "お知らせ")]
    public void A_banner_tells_its_kind_without_colour(BannerType type, string name)
    {
        var banner = render.Element(new NotificationBannerTagHelper(render.Text) { Type = type, Heading = "受け付けました", Live = true }, "<p>番号</p>");
        banner.ShouldBeSound();
        Assert.Equal(name, banner.One("svg[role=img]").GetAttribute("aria-label"));
        Assert.Equal("受け付けました", banner.One("h2").Words());
        Assert.Equal(type == BannerType.Error ? "alert" : "status", banner.GetAttribute("role"));
    }

    [Fact]
    public void A_banner_is_closed_by_the_browser_itself()
    {
        var banner = render.Element(new NotificationBannerTagHelper(render.Text) { Type = BannerType.Error, Heading = "送れませんでした", Live = true, Closable = true });
        banner.ShouldBeSound();
        Assert.Equal("DIALOG", banner.TagName);
        Assert.True(banner.HasAttribute("open"));
        Assert.Equal("送れませんでした", banner.GetAttribute("aria-label"));
        Assert.Equal("送れませんでした", banner.One("[role=alert]").Words());
        Assert.Equal("閉じる", banner.One("form[method=dialog] > button[type=submit]").Words());
    }

    [Fact]
    public void An_emergency_carries_its_time()
    {
        var article = render.Element(new EmergencyBannerTagHelper(render.Text) { Heading = "避難指示", Updated = "16時30分", Datetime = "2026-11-22T16:30+09:00", ActionHref = "~/shelters", ActionText = "避難所" }, "<p>避難</p>");
        article.ShouldBeSound();
        Assert.Equal("ARTICLE", article.TagName);
        Assert.Equal(article.One("h2").Id, article.GetAttribute("aria-labelledby"));
        Assert.Equal("【緊急】避難指示", article.One("h2").Words());
        Assert.Equal("16時30分更新", article.One("time[datetime='2026-11-22T16:30+09:00']").Words());
        Assert.Equal("/shelters", article.One("a").GetAttribute("href"));
    }

    [Fact]
    public void A_table_can_be_reached_and_scrolled_by_keyboard()
    {
        var table = render.Element(new TableTagHelper { Caption = "支給の予定" }, "<tbody><tr><td>1</td></tr></tbody>");
        table.ShouldBeSound();
        Assert.Equal("region", table.GetAttribute("role"));
        Assert.Equal("0", table.GetAttribute("tabindex"));
        Assert.Equal(table.One("caption").Id, table.GetAttribute("aria-labelledby"));
        Assert.Equal("table-2", render.Element(new TableTagHelper { Caption = "次" }).One("caption").Id);
    }

    [Fact]
    public void A_row_says_what_its_link_changes()
    {
        var row = render.Element(new RowTagHelper(render.Text) { Label = "{氏名|しめい}", ChangeHref = "~/name" }, "髙橋");
        Assert.Equal("しめい", row.One("dt rt").TextContent);
        Assert.Equal("変更（氏名）", row.One("a").Words());
        Assert.Equal("髙橋", row.One(".dads-row__value").Words());
    }

    [Fact]
    public void Progress_has_a_name_and_a_value()
    {
        var progress = render.Element(new ProgressTagHelper { Label = "進み具合", Value = 62 });
        progress.ShouldBeSound();
        Assert.Equal("62", progress.One("progress").GetAttribute("value"));
    }
}
