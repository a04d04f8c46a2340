using Applications.Tests.Review;
using Applications.Tests.Ways;
using Madoguchi.Testing;

namespace Applications.Tests.MyApplications;

/// <summary>「いま していただくこと」 on the home page and マイページ, and how far each matter is.</summary>
public sealed class TodoTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task What_the_city_waits_for_stands_first_on_home_and_on_my_page()
    {
        var matter = await city.UnderReview("taro");
        using var taro = city.Visitor();
        await taro.SignInAsync("taro");
        await taro.GoAsync("/");
        Assert.Contains("いま していただくこと", taro.Words);
        Assert.DoesNotContain("直していただきたいところがあります", taro.Words);

        await matter.Does("clerk", "request-correction", new { reason = "支店名が読み取れません。", questions = new[] { "account" }, dueOn = DateTime.UtcNow.AddDays(10).ToString("yyyy-MM-dd", null) });
        foreach (var place in new[] { "/", "/my" })
        {
            await taro.GoAsync(place);
            var todo = taro.Page.QuerySelector($"a[href='/my/applications/{matter.Number}']")!;
            Assert.EndsWith("直していただきたいところがあります", todo.TextContent.Trim());
        }

        await taro.GoAsync("/en");
        Assert.Contains("please correct what you sent", taro.Words);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_for_nothing()
    {
        using var nobody = city.Visitor();
        await nobody.GoAsync("/");
        Assert.DoesNotContain("いま していただくこと", nobody.Words);
        Assert.Contains("申請したものの状況を見る", nobody.Words);
    }

    [Fact]
    public async Task My_page_shows_how_far_a_matter_is_and_until_when()
    {
        var matter = await city.UnderReview("hanako");
        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        await hanako.GoAsync("/my");
        var line = hanako.Page.QuerySelectorAll("li.dads-resource").First(l => l.QuerySelector($"a[href='/my/applications/{matter.Number}']") is not null);
        Assert.Equal("step", line.QuerySelector("[data-state='current']")!.GetAttribute("aria-current"));
        Assert.Single(line.QuerySelectorAll("[aria-current]"));
        Assert.Contains("までにお知らせする予定", line.TextContent);
    }
}
