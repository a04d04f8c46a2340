using System.Text.Json.Nodes;
using Madoguchi.Testing;

namespace Applications.Tests.MyApplications;

/// <summary>お知らせ: the newest on マイページ, all of them page by page.</summary>
public sealed class LettersPageTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task Letters_that_do_not_fit_on_my_page_are_found_behind_it()
    {
        var example = (await city.Get("hanako", "/api/v1/procedures/juminhyo-utsushi")).Body.GetProperty("example").GetRawText();
        for (var i = 0; i < 22; i++) Assert.Equal(201, (await city.Post("hanako", "/api/v1/procedures/juminhyo-utsushi/applications", new { answers = JsonNode.Parse(example) })).Status);

        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        await hanako.GoAsync("/my");
        Assert.Equal(10, Shown(hanako));
        await hanako.PressAsync("これより前のお知らせ");
        Assert.Equal(20, Shown(hanako));
        await hanako.PressAsync("次へ");
        Assert.Equal(2, Shown(hanako));
        await hanako.GoAsync("/my/letters?after=nonsense");
        Assert.Equal(400, hanako.Status);
    }

    private static int Shown(Madoguchi.Testing.Browsing.Visitor visitor) => visitor.Page.QuerySelectorAll("main details").Length;
}
