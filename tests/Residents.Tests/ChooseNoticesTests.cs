using System.Text.Json;
using Madoguchi.Residents.Contracts;
using Madoguchi.Testing;

namespace Residents.Tests;

public sealed class ChooseNoticesTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task The_choice_of_notices_holds_at_once_and_after_a_restart()
    {
        Assert.Equal("paper", Text((await city.Get("proxy", "/api/v1/me")).Body, "noticeBy"));

        var (status, me) = await city.Post("proxy", "/api/v1/me/choose-notices", new { noticeBy = "electronic" });

        Assert.Equal(200, status);
        Assert.Equal("electronic", Text(me, "noticeBy"));
        Assert.Equal(NoticeBy.Electronic, (await city.Get<IResidents>().Of("proxy"))!.NoticeBy);
        await city.RestartAsync();
        Assert.Equal("electronic", Text((await city.Get("proxy", "/api/v1/me")).Body, "noticeBy"));
    }

    [Fact]
    public async Task A_choice_that_is_none_changes_nothing()
    {
        Assert.Equal(400, (await city.Post("taro", "/api/v1/me/choose-notices", new { noticeBy = "pigeon" })).Status);
        Assert.Equal(400, (await city.Post("taro", "/api/v1/me/choose-notices", new { })).Status);
        Assert.Equal(403, (await city.Post("clerk", "/api/v1/me/choose-notices", new { noticeBy = "paper" })).Status);
        Assert.Equal("electronic", Text((await city.Get("taro", "/api/v1/me")).Body, "noticeBy"));
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
