using Madoguchi.Testing;
using Web.Tests.Api;

namespace Web.Tests.Doors;

/// <summary>Signing in without a password is for the demo on this machine alone.</summary>
public sealed class DemoDoorTests(DemoCity city) : IClassFixture<DemoCity>
{
    public static TheoryData<string, string> Proxies { get; } = new()
    {
        { "X-Forwarded-For", "203.0.113.7" },
        { "x-forwarded-for", "127.0.0.1" },
        { "X-Forwarded-Host", "localhost" },
        { "X-Forwarded-Proto", "https" },
        { "Forwarded", "for=127.0.0.1" },
        { "X-Real-IP", "127.0.0.1" },
        { "Via", "1.1 proxy" },
    };

    [Theory, MemberData(nameof(Proxies))]
    public async Task Behind_a_proxy_no_demo_account_exists(string header, string value)
    {
        Assert.Equal(401, (await city.SendAsync("hanako", HttpMethod.Get, "/api/v1/me", null, (header, value))).Status);
        Assert.Equal(200, (await city.SendAsync(null, HttpMethod.Get, "/api/v1/procedures", null, (header, value))).Status);
        Assert.Equal(404, (await city.SendAsync(null, HttpMethod.Get, "/staff/sign-in", null, (header, value))).Status);
        Assert.Equal(404, (await city.SendAsync(null, HttpMethod.Get, "/demo", null, (header, value))).Status);
        Assert.Equal(404, (await city.SendAsync(null, HttpMethod.Get, "/demo/mail", null, (header, value))).Status);
        Assert.DoesNotContain("value=\"hanako\"", (await city.SendAsync(null, HttpMethod.Get, "/sign-in", null, (header, value))).Text);

        using var client = city.Caller();
        Assert.Equal(404, (await Door.SignInAsync(client, "/sign-in", "hanako", (header, value))).Status);
        Assert.Equal(404, (await Door.SignInAsync(client, "/staff/sign-in", "clerk", (header, value))).Status);
    }

    [Fact]
    public async Task A_cookie_of_the_demo_is_worth_nothing_behind_a_proxy()
    {
        using var client = city.Caller();
        await Door.SignInAsync(client, "/sign-in", "hanako");
        Assert.Equal("/my", (await client.SendAsync(HttpMethod.Get, "/my")).Message.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/sign-in", (await client.SendAsync(HttpMethod.Get, "/my", null, ("X-Forwarded-For", "203.0.113.7"))).Message.RequestMessage!.RequestUri!.AbsolutePath);
    }
}
