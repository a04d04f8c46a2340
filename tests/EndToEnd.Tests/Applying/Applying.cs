using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Applying;

/// <summary>A resident on the way from the page of a procedure to the receipt.</summary>
internal static class Applying
{
    private static readonly FilePayload Pdf = new() { Name = "書類.pdf", MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n") };

    private static readonly FilePayload Png = new()
    {
        Name = "写真.png", MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    };

    /// <summary>From the page of the procedure, past the sign-in, to the receipt.</summary>
    /// <returns>The 受付番号.</returns>
    public static async Task<string> AppliesAsync(this Person who, string slug, string account, Answers answers, string language = "")
    {
        await who.GoAsync($"{language}/procedures/{slug}");
        await who.PressAsync(who.Page.Locator($"main a[href='{language}/apply/begin/{slug}']").First);
        if (who.Path.StartsWith(language + "/sign-in", StringComparison.Ordinal)) await who.PressAsync(who.Page.Locator($"main button[name=account][value={account}]"));
        await who.PressAsync(who.Page.Locator("main form button[type=submit]").First);
        await who.AnswersAsync(answers);
        if (await who.Page.Locator("main [name=NoticeBy]").CountAsync() > 0) await who.FillAsync("NoticeBy", "electronic");
        await who.PressAsync(who.Page.Locator("main form .dads-button--solid"));
        return (await who.Page.Locator(".answer-number").First.InnerTextAsync()).Trim();
    }

    /// <summary>One page of questions after the other, until the answers are to be checked.</summary>
    private static async Task AnswersAsync(this Person who, Answers answers)
    {
        var (before, times) = ("", 0);
        while (!PathOf(who).EndsWith("/check", StringComparison.Ordinal))
        {
            // Once more for the questions that an answer brought; a third time means that something is wrong.
            times = PathOf(who) == before ? times + 1 : 0;
            before = PathOf(who);
            if (times > 2) Assert.Fail($"{before} does not let go on: {await who.Page.Locator("main").InnerTextAsync()}");
            foreach (var (group, items) in answers.Items) await who.WantsItemsAsync(group, items);
            await who.FillPageAsync(answers);
            await who.PressAsync(who.Page.Locator("main button[name=act][value=next]:not([aria-hidden])"));
        }
    }

    private static async Task WantsItemsAsync(this Person who, string group, int items)
    {
        var count = who.Page.Locator($"main [name='{group}.count']");
        if (await count.CountAsync() == 0) return;
        while (int.Parse(await count.InputValueAsync(), null) < items) await who.PressAsync(who.Page.Locator($"main button[name=act][value='add:{group}']"));
        while (int.Parse(await count.InputValueAsync(), null) > items) await who.PressAsync(who.Page.Locator($"main button[name=act][value='remove:{group}[{items}]']"));
    }

    private static async Task FillPageAsync(this Person who, Answers answers)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await who.Page.ContentAsync());
        foreach (var field in page.QuerySelectorAll("main form [name]").Where(f => f.LocalName is "input" or "select" or "textarea"))
        {
            var (name, type) = (field.GetAttribute("name")!, field.GetAttribute("type"));
            if (type == "hidden" || field.HasAttribute("disabled") || field.HasAttribute("readonly")) continue;
            if (type == "file")
            {
                if (answers.FileFor(name) is { } file) await who.AttachAsync(name, file == "sample-png" ? Png : Pdf);
            }
            else if (type is "radio" or "checkbox")
            {
                if (answers.Has(name, field.GetAttribute("value")!)) await who.FillAsync(name, field.GetAttribute("value")!);
            }
            else if (answers.For(name) is { } value)
            {
                await who.FillAsync(name, value);
            }
        }
    }

    private static string PathOf(Person who) => new Uri(who.Page.Url).AbsolutePath;
}
