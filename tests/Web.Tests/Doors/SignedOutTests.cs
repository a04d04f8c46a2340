using Madoguchi.Testing;
using Madoguchi.Web.Shell;
using Microsoft.AspNetCore.Http;

namespace Web.Tests.Doors;

/// <summary>Whoever is not, or no longer, signed in; and under which names the city hall answers.</summary>
public sealed class SignedOutTests(DemoCity city) : IClassFixture<DemoCity>
{
    [Fact]
    public async Task A_form_sent_after_the_session_ended_leads_back_to_its_page_after_signing_in()
    {
        using var client = Nobody();
        var token = await TokenAsync(client);
        using var answer = await client.PostAsync("/apply/begin/kosodate-koza", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal("/sign-in?return=%2Fapply%2Fbegin%2Fkosodate-koza", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData(4, 302)]
    [InlineData(128, 400)]
    public async Task A_file_sent_by_nobody_is_passed_over_as_far_as_an_application_may_hold(int megabytes, int status)
    {
        using var client = Nobody();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[megabytes * 1024 * 1024]), "file", "a.pdf" }, { new StringContent(await TokenAsync(client)), "__RequestVerificationToken" },
        };
        // Asked first, the client hears that it is too much before it sends what nobody reads.
        using var upload = new HttpRequestMessage(HttpMethod.Post, $"/apply/{Guid.NewGuid()}/x") { Content = form };
        upload.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(upload);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("city.example.jp", 200)]
    [InlineData("localhost", 200)]
    [InlineData("elsewhere.example.jp", 404)]
    public async Task The_city_hall_answers_to_the_name_of_its_public_address(string host, int status)
    {
        var context = new DefaultHttpContext();
        context.Request.Host = new HostString(host);
        await new AllowedHosts(_ => Task.CompletedTask, new Madoguchi.Kernel.Settings.CityOptions { PublicUrl = "https://city.example.jp" }).InvokeAsync(context);
        Assert.Equal(status, context.Response.StatusCode);
    }

    private HttpClient Nobody() => new(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) }) { BaseAddress = city.Caller().BaseAddress };

    private static async Task<string> TokenAsync(HttpClient client) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await client.GetStringAsync("/sign-in")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
