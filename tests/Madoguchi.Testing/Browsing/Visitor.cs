using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Madoguchi.Testing.Browsing;

/// <summary>Somebody at a browser without JavaScript: opens pages, fills in fields by name, presses buttons by their words.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private readonly List<(string Field, string Name, byte[] Content, string Type)> files = [];

    public Visitor(Uri city) => client = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = city };

    public IHtmlDocument Page { get; private set; } = null!;

    public int Status { get; private set; }

    /// <summary>Path and query of the page, after redirects.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What a reader sees: text of the main part, spaces collapsed.</summary>
    public string Words => string.Join(' ', Page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading
    {
        get
        {
            var heading = (IElement)Page.QuerySelector("h1")!.Clone();
            foreach (var shoulder in heading.QuerySelectorAll("[class*=shoulder]")) shoulder.Remove();
            return heading.TextContent.Trim();
        }
    }

    /// <summary>Opens a page and looks at it as assistive technology does.</summary>
    public async Task<Visitor> GoAsync(string path)
    {
        await ReadAsync(await client.GetAsync(path));
        if (Status == 200) Accessible.Check(Page, Path);
        return this;
    }

    public async Task<Visitor> SignInAsync(string account, string door = "/sign-in")
    {
        await GoAsync(door);
        return await PressAsync(Page.QuerySelector($"button[name=account][value={account}]")!);
    }

    /// <summary>Sent with every request from now on, as a browser would by itself.</summary>
    public HttpRequestHeaders Headers => client.DefaultRequestHeaders;

    /// <summary>The browser no longer has these cookies: time has passed, or it was closed.</summary>
    public Visitor Forget(params string[] names)
    {
        foreach (Cookie cookie in cookies.GetCookies(client.BaseAddress!))
            if (names.Contains(cookie.Name)) cookie.Expired = true;
        return this;
    }

    /// <summary>Fills in a field; radios and boxes are chosen by their value.</summary>
    public Visitor Fill(string name, string value)
    {
        var fields = Page.QuerySelectorAll("input, select, textarea").Where(e => e.GetAttribute("name") == name).ToList();
        Assert.True(fields.Count > 0, $"No field {name} on {Path}: {string.Join(' ', Page.QuerySelectorAll("input, select, textarea").Select(e => e.GetAttribute("name")))}");
        foreach (var field in fields)
        {
            if (field is IHtmlInputElement { Type: "radio" or "checkbox" } box)
            {
                if (box.Value == value) box.IsChecked = true;
                else if (box.Type == "radio") box.IsChecked = false;
            }
            else if (field is IHtmlInputElement input) input.Value = value;
            else if (field is IHtmlSelectElement select) select.Value = value;
            else if (field is IHtmlTextAreaElement area) area.Value = value;
        }

        return this;
    }

    public Visitor Fill(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields) Fill(name, value);
        return this;
    }

    public Visitor Attach(string field, string name, byte[] content, string type)
    {
        files.Add((field, name, content, type));
        return this;
    }

    /// <summary>What stands in a field now.</summary>
    public string? ValueOf(string name) => Page.QuerySelectorAll("input, select, textarea").Where(e => e.GetAttribute("name") == name).Select(e => e switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    }).FirstOrDefault(v => v is not null);

    /// <summary>Presses the button with these words, or follows the link.</summary>
    public Task<Visitor> PressAsync(string words)
    {
        var found = Page.QuerySelectorAll("button, a").Where(e => e.GetAttribute("aria-hidden") != "true")
            .FirstOrDefault(e => e.TextContent.Trim() == words) ?? Page.QuerySelectorAll("button, a").FirstOrDefault(e => e.GetAttribute("aria-hidden") != "true" && e.TextContent.Contains(words, StringComparison.Ordinal));
        Assert.True(found is not null, $"Nothing says 「{words}」 on {Path}: {Words}");
        return found is IHtmlAnchorElement link ? GoAsync(link.GetAttribute("href")!) : PressAsync(found);
    }

    public async Task<Visitor> PressAsync(IElement button)
    {
        await ReadAsync(await client.SendAsync(Request(button)));
        if (Status is 200 or 400) Accessible.Check(Page, Path);
        return this;
    }

    /// <summary>Presses a button that gives a file.</summary>
    public async Task<(string? Type, byte[] Content)> DownloadAsync(string words)
    {
        using var answer = await client.SendAsync(Request(Page.QuerySelectorAll("button").First(e => e.TextContent.Trim() == words)));
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Follows a link that gives a file.</summary>
    public async Task<(string? Type, byte[] Content)> OpenFileAsync(string path)
    {
        using var answer = await client.GetAsync(path);
        return (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The answer itself, with its headers.</summary>
    public Task<HttpResponseMessage> AnswerAsync(string path) => client.GetAsync(path);

    /// <summary>Presses twice before the first answer has come.</summary>
    public async Task<Visitor> PressTwiceAsync(string words)
    {
        var button = Page.QuerySelectorAll("button").First(e => e.TextContent.Trim() == words);
        var (first, second) = (client.SendAsync(Request(button)), client.SendAsync(Request(button)));
        await first;
        await ReadAsync(await second);
        return this;
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(IElement button)
    {
        var form = button.GetAttribute("form") is { } elsewhere ? (IHtmlFormElement)Page.GetElementById(elsewhere)! : (IHtmlFormElement)button.Closest("form")!;
        var fields = Successful(form).ToList();
        if (button.GetAttribute("name") is { } name) fields.Add(new(name, button.GetAttribute("value") ?? ""));
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : Path;
        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            return new HttpRequestMessage(HttpMethod.Get, action.Split('?')[0] + "?" + string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")));
        return new HttpRequestMessage(HttpMethod.Post, action) { Content = form.GetAttribute("enctype") == "multipart/form-data" ? Parts(fields) : new FormUrlEncodedContent(fields) };
    }

    private MultipartFormDataContent Parts(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) parts.Add(new StringContent(value), $"\"{name}\"");
        foreach (var (field, name, content, type) in files)
            parts.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, $"\"{field}\"", $"\"{name}\"");
        files.Clear();
        return parts;
    }

    private static IEnumerable<KeyValuePair<string, string>> Successful(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input, select, textarea").Where(e => e.HasAttribute("name") && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            if (element is IHtmlInputElement { Type: "radio" or "checkbox" } box)
            {
                if (box.IsChecked) yield return new(name, box.Value);
            }
            else if (element is IHtmlInputElement { Type: not "file" } input) yield return new(name, input.Value);
            else if (element is IHtmlSelectElement select) yield return new(name, select.Value ?? "");
            else if (element is IHtmlTextAreaElement area) yield return new(name, area.Value);
        }
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        Status = (int)answer.StatusCode;
        Path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        Page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
