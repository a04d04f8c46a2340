using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Madoguchi.Kernel.Http;
using Madoguchi.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Approvals.Tests.Pages;

/// <summary>A browser without script, signed in as a member of staff.</summary>
internal sealed class StaffBrowser : IDisposable
{
    private readonly HttpClient client;

    public StaffBrowser(DemoCity city, string account)
    {
        using var caller = city.Caller();
        var jar = new CookieContainer();
        jar.Add(caller.BaseAddress!, new Cookie("madoguchi-staff", TicketOf(city, account)));
        client = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = caller.BaseAddress };
    }

    public async Task<(int Status, IHtmlDocument Page, string? Location)> Open(string path) => await Read(await client.GetAsync(path));

    /// <summary>Fills the form of this verb as the page shows it, and sends it.</summary>
    public async Task<(int Status, IHtmlDocument Page, string? Location)> Send(IHtmlDocument page, string path, string verb, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll("form").Single(f => f.QuerySelector($"input[name=verb][value={verb}]") is not null);
        var values = form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(IsSent)
            .ToDictionary(f => f.GetAttribute("name")!, f => f is IHtmlTextAreaElement area ? area.Value : f.GetAttribute("value") ?? "");
        foreach (var (name, value) in typed) values[name] = value;
        return await Read(await client.PostAsync(path, new FormUrlEncodedContent(values)));
    }

    public void Dispose() => client.Dispose();

    private static bool IsSent(IElement field) => field.GetAttribute("type") is not ("radio" or "checkbox") || field.HasAttribute("checked");

    private static async Task<(int, IHtmlDocument, string?)> Read(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()), answer.Headers.Location?.ToString());

    private static string TicketOf(DemoCity city, string account)
    {
        var now = DateTimeOffset.UtcNow;
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        return city.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInSchemes.Staff).TicketDataFormat
            .Protect(new AuthenticationTicket(SignInSchemes.Principal(SignInSchemes.Staff, account), properties, SignInSchemes.Staff));
    }
}
