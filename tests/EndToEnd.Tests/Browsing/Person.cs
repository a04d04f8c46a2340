using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Browsing;

/// <summary>Somebody at a real browser. Every page they come to is looked at: see <see cref="LookAsync"/>.</summary>
public sealed class Person : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Habits habits;
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private Person(IBrowserContext context, IPage page, Habits habits) => (this.context, Page, this.habits) = (context, page, habits);

    public IPage Page { get; }

    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>What this person did so far: buttons and links pressed, fields filled in, characters typed.</summary>
    public (int Presses, int Fields, int Characters) Effort { get; private set; }

    public static async Task<Person> SitDownAsync(IBrowser browser, Uri city, Habits habits)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = city.ToString(), JavaScriptEnabled = habits.Scripts, Locale = "ja-JP", TimezoneId = "Asia/Tokyo",
            ViewportSize = new() { Width = habits.Width, Height = habits.Height }, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var person = new Person(context, await context.NewPageAsync(), habits);
        person.Listen();
        return person;
    }

    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await LookAsync();
    }

    /// <summary>Presses the button or follows the link with exactly these words.</summary>
    public Task PressAsync(string words) => PressAsync(Named(words));

    /// <summary>Presses what leads to another page, and looks at that page.</summary>
    public async Task PressAsync(ILocator what)
    {
        Effort = Effort with { Presses = Effort.Presses + 1 };
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? _, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            if (habits.Keyboard) await Page.PressByKeyboardAsync(what);
            else await what.ClickAsync();
            await loaded.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.Load -= Loaded;
        }

        await LookAsync();
    }

    /// <summary>Opens a part of the page that is folded in.</summary>
    public Task UnfoldAsync(string words) => Page.Locator("summary", new() { HasText = words }).First.ClickAsync();

    /// <summary>Fills in a field by its name; radios, boxes and lists are chosen by their value.</summary>
    public async Task FillAsync(string name, string value)
    {
        // One question to the browser: a form has hundreds of fields.
        var kind = await Page.EvaluateAsync<string?>("name => document.querySelector(`main [name=\"${name}\"]:not([type=hidden])`)?.type", name)
            ?? throw new InvalidOperationException($"No field {name} on {Path}");
        var box = kind is "radio" or "checkbox";
        Effort = Effort with { Fields = Effort.Fields + 1, Characters = Effort.Characters + (box || kind == "select-one" ? 0 : value.Length) };
        var field = box ? Page.Locator($"main [name=\"{name}\"][value=\"{value}\"]") : Page.Locator($"main [name=\"{name}\"]:not([type=hidden])").First;
        if (habits.Keyboard) await Page.FillByKeyboardAsync(field, value);
        else if (box) await field.CheckAsync();
        else if (kind == "select-one") await field.SelectOptionAsync(value);
        else await field.FillAsync(value);
    }

    /// <summary>Chooses from a list the entry with these words.</summary>
    public async Task ChooseAsync(string name, string words)
    {
        var value = await Page.EvaluateAsync<string?>("([name, words]) => [...document.querySelectorAll(`main select[name=\"${name}\"] option`)].find(o => o.textContent.trim() === words)?.value", new[] { name, words })
            ?? throw new InvalidOperationException($"{name} on {Path} does not offer 「{words}」");
        await FillAsync(name, value);
    }

    /// <summary>Chooses a file; what a file dialog does is the system's, so the keyboard has no other way.</summary>
    public Task AttachAsync(string name, FilePayload file) => Page.Locator($"main input[type=file][name=\"{name}\"]").SetInputFilesAsync(file);

    public Task<string> ValueOf(string name) => Page.Locator($"main [name=\"{name}\"]:not([type=hidden])").First.InputValueAsync();

    /// <summary>The page says so.</summary>
    public async Task SeesAsync(string words)
    {
        var said = await Page.Locator("main").InnerTextAsync();
        Assert.True(said.Contains(words, StringComparison.Ordinal), $"「{words}」 is not said on {Path}:\n{said}");
    }

    public async Task DoesNotSeeAsync(string words) => Assert.DoesNotContain(words, await Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

    /// <summary>Opens the page again until it says so.</summary>
    public async Task WaitsForAsync(string words)
    {
        await Eventually.See(async () =>
        {
            await Page.ReloadAsync();
            var said = await Page.Locator("main").InnerTextAsync();
            return said.Contains(words, StringComparison.Ordinal) ? said : null;
        }, $"「{words}」 on {Path}");
        await LookAsync();
    }

    /// <summary>What a link leads to, fetched as this person.</summary>
    public async Task<byte[]> FetchAsync(ILocator link)
    {
        var answer = await context.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        Assert.True(answer.Ok, $"{answer.Url}: {answer.Status}");
        return await answer.BodyAsync();
    }

    /// <summary>The file that comes when this is pressed.</summary>
    public async Task<byte[]> DownloadAsync(string words)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Named(words).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    /// <summary>
    /// Every page owes: a language, a title, headings in order, names on everything; nothing serious for axe,
    /// no complaint of the browser, nothing to scroll sideways.
    /// </summary>
    public async Task LookAsync()
    {
        Accessible.Check(await new HtmlParser().ParseDocumentAsync(await Page.ContentAsync()), Path);
        await Page.ShouldNotScrollSidewaysAsync();
        if (habits.Axe) await Page.ShouldBeAccessibleAsync(habits.Strict);
        Assert.True(complaints.Count == 0, $"{Path}: {string.Join('\n', complaints)}");
    }

    /// <summary>The page on the smallest telephone.</summary>
    public async Task LooksOnATelephoneAsync()
    {
        await Page.SetViewportSizeAsync(320, 640);
        await LookAsync();
        await Page.SetViewportSizeAsync(habits.Width, habits.Height);
    }

    /// <summary>The page with larger and wider text and in the reader's own colours.</summary>
    public async Task HoldsForReadersAsync()
    {
        await Page.ShouldHoldTwiceTheTextAsync();
        await Page.ShouldHoldWiderTextAsync();
        await Page.ShouldHoldForcedColoursAsync();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    // What is said to screen readers only, such as 「消す（年齢）」, begins with a space in the name.
    private ILocator Named(string words)
    {
        var name = new Regex("^" + Regex.Escape(words).Replace("（", "\\s?（", StringComparison.Ordinal) + "$");
        return Page.GetByRole(AriaRole.Button, new() { NameRegex = name }).Or(Page.GetByRole(AriaRole.Link, new() { NameRegex = name })).First;
    }

    private void Listen()
    {
        Page.PageError += (_, error) => complaints.Add(error);
        // A form sent back with its errors is 400: the browser calls that a failure of the page, we do not.
        Page.Console += (_, line) =>
        {
            if (line.Type == "error" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Add(line.Text);
        };
        Page.Response += (_, answer) =>
        {
            if (answer.Status >= 500 || (answer.Status >= 400 && answer.Request.ResourceType != "document")) complaints.Add($"{answer.Status} {answer.Url}");
        };
    }
}
