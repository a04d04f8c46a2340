using System.Globalization;
using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;
using Madoguchi.Testing.Processes;

namespace EndToEnd.Tests.Stories;

/// <summary>正面玄関: found by one's own words or by what happened in one's life, applied for, and read in one's own language.</summary>
public sealed class FrontDoorStory(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    private const string Certificate = "juminhyo-utsushi";
    private const string Road = "doro-senyo";

    [Fact]
    public async Task Found_while_typing_by_keyboard_applied_for_and_followed_to_its_end()
    {
        var parent = await Someone("sqlite", Habits.KeyboardOnly with { Strict = true });
        await parent.GoAsync("/");
        var box = parent.Page.Locator("main input[name=q]").First;
        await box.FocusAsync();
        await parent.Page.Keyboard.TypeAsync("じゅうみんひょうのうつし");
        var option = parent.Page.Locator("[role=option]", new() { HasText = "住民票の写し" }).First;
        await option.WaitForAsync();
        Assert.Equal("true", await box.GetAttributeAsync("aria-expanded"));
        await parent.LookAsync();
        await parent.Page.Keyboard.PressAsync("ArrowDown");
        var chosen = await box.GetAttributeAsync("aria-activedescendant");
        Assert.Equal("true", await parent.Page.Locator("#" + chosen).GetAttributeAsync("aria-selected"));
        await parent.Page.RunAndWaitForRequestFinishedAsync(() => parent.Page.Keyboard.PressAsync("Enter"));
        await parent.Page.WaitForURLAsync($"**/procedures/{Certificate}");
        await parent.LookAsync();

        var number = await parent.AppliesAsync(Certificate, "hanako", await Answers.OfExampleAsync(await City("sqlite"), Certificate));
        await parent.GoAsync("/my");
        await parent.PressAsync(parent.Page.Locator($"main a[href='/my/applications/{number}']").First);
        await parent.SeesAsync("受付済み");

        var cases = new Pages.Cases(await City("sqlite"));
        await cases.DoesAsync("citizen-clerk", number, "accept");
        await cases.DoesAsync("citizen-clerk", number, "complete", new { result = new { dispatchedOn = "2026-11-20", trackingNumber = "000-00-00000-0", paidOn = "2026-11-19" } });
        await parent.WaitsForAsync("住民票の写しの発送のお知らせ");
    }

    [Theory, InlineData("ja"), InlineData("script-less")]
    public async Task From_a_life_event_to_its_list_and_two_procedures_that_know_the_answers(string how)
    {
        var mother = await Resident("sqlite", how == "ja" ? "hanako" : "taro", how == "ja" ? Habits.Telephone with { Strict = true } : Habits.WithoutScripts);
        await mother.GoAsync("/");
        await mother.PressAsync("引っ越すとき");
        var day = DateTime.UtcNow.AddDays(-3);
        await mother.FillAsync("direction", "in");
        foreach (var (part, value) in new[] { ("year", day.Year), ("month", day.Month), ("day", day.Day) }) await mother.FillAsync($"movedOn.{part}", value.ToString(CultureInfo.InvariantCulture));
        await mother.FillAsync("card", "true");
        await mother.FillAsync("who", "child");
        await mother.PressAsync("することの一覧を見る");
        await mother.FillAsync("civil", "false");
        await mother.PressAsync("することの一覧を見る");
        var list = mother.Path;

        var begins = await mother.Page.Locator("main a[href*='/apply/begin/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        Assert.True(begins.Length >= 2, string.Join(' ', begins));
        foreach (var begin in begins.Take(2))
        {
            await mother.GoAsync(list);
            await mother.GoAsync(begin);
            await mother.SeesAsync("一覧の質問で答えたこと");
            await mother.PressAsync(mother.Page.Locator("main form button[type=submit]").First);
            Assert.StartsWith("/apply/", mother.Path, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_language_is_changed_in_the_middle_of_a_form_and_nothing_typed_is_lost(bool scripts)
    {
        var reader = await Resident("sqlite", "hanako", scripts ? Habits.Usual with { Strict = true } : Habits.WithoutScripts);
        await reader.GoAsync("/apply/begin/" + Road);
        await reader.PressAsync(reader.Page.Locator("main form button[type=submit]").First);
        // A change of what was permitted asks for the number of the permission.
        await reader.FillAsync("category", "change");
        await reader.PressAsync(reader.Page.Locator("main button[name=act][value=next]:not([aria-hidden])"));
        const string field = "previousNumber";
        await reader.FillAsync(field, "途中まで書いた");
        await TurnToAsync(reader, "English");
        Assert.Equal("en", await reader.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.StartsWith("/en/apply/", reader.Path, StringComparison.Ordinal);
        Assert.Equal("途中まで書いた", await reader.ValueOf(field));
        await reader.SeesAsync("Saved at");

        await TurnToAsync(reader, "やさしい日本語");
        Assert.StartsWith("/ja-easy/apply/", reader.Path, StringComparison.Ordinal);
        Assert.Equal("途中まで書いた", await reader.ValueOf(field));

        // Enter in a field goes on, and is no press on a language.
        var text = reader.Page.Locator($"main [name={field}]");
        await text.FocusAsync();
        await text.PressAsync("Enter");
        await Eventually.See(async () => await reader.Page.Locator(".dads-error-summary").CountAsync() > 0 || !reader.Path.StartsWith("/ja-easy/apply/", StringComparison.Ordinal) ? "judged" : null, "the page is judged");
        Assert.StartsWith("/ja-easy/apply/", reader.Path, StringComparison.Ordinal);
    }

    private static async Task TurnToAsync(Person reader, string language)
    {
        await reader.Page.Locator(".dads-language > summary").ClickAsync();
        await reader.PressAsync(reader.Page.Locator(".dads-language").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = language, Exact = true }));
    }
}
