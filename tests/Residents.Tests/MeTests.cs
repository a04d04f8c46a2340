using System.Text.Json;
using Madoguchi.Testing;

namespace Residents.Tests;

public sealed class MeTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Theory]
    [InlineData("hanako", "青葉 花子", "person", "electronic")]
    [InlineData("taro", "渡邉󠄂 太郎", "person", "electronic")]
    [InlineData("builder", "株式会社みなと台建設", "company", "electronic")]
    [InlineData("kana", "小松 かな", "person", "electronic")]
    public async Task A_resident_sees_who_the_city_thinks_they_are(string id, string name, string accountKind, string noticeBy)
    {
        var (status, me) = await city.Get(id, "/api/v1/me");

        Assert.Equal(200, status);
        Assert.Equal(id, Text(me, "id"));
        Assert.Equal(name, Text(me, "name"));
        Assert.Equal("resident", Text(me, "kind"));
        Assert.Equal(accountKind, Text(me, "accountKind"));
        Assert.Equal(noticeBy, Text(me, "noticeBy"));
        Assert.Null(Text(me, "post"));
        Assert.Empty(me.GetProperty("permissions").EnumerateArray());
    }

    [Fact]
    public async Task An_officer_sees_post_division_and_permissions()
    {
        var (_, me) = await city.Get("manager", "/api/v1/me");

        Assert.Equal("staff", Text(me, "kind"));
        Assert.Equal("課長", Text(me, "post"));
        Assert.Equal("kosodate", Text(me.GetProperty("division"), "code"));
        Assert.Null(Text(me, "noticeBy"));
        Assert.Contains("approvals.act", me.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public async Task Nobody_is_nobody()
    {
        Assert.Equal(401, (await city.Get(null, "/api/v1/me")).Status);
        Assert.Equal(401, (await city.Get("stranger", "/api/v1/me")).Status);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();
}
