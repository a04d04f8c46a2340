using EndToEnd.Tests.Browsing;
using Madoguchi.Insights.Counting;
using Madoguchi.Procedures.Search.Missed;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Pages;

/// <summary>What is searched in vain, what is asked after sending, and what officers read of it: looked at by axe, also on the smallest telephone.</summary>
public sealed class InsightsPagesTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Fact]
    public async Task Words_searched_in_vain_and_the_page_that_adds_them()
    {
        var city = await City("sqlite");
        var somebody = await Someone("sqlite");
        await somebody.GoAsync("/search?q=宝くじ");
        await city.Get<MissedSearches>().FlushAsync();
        var dx = await Officer("sqlite", "dx", Habits.Usual with { Strict = true });
        await dx.GoAsync("/staff/searches");
        await LooksOnATelephoneAsync(dx);
        await dx.PressAsync(dx.Page.Locator("main tbody a").First);
        await LooksOnATelephoneAsync(dx);
    }

    [Fact]
    public async Task The_question_after_sending_and_what_officers_read_of_it()
    {
        var city = await City("sqlite");
        var number = await new Cases(city).SubmittedAsync("jido-teate-nintei", "hanako");
        var hanako = await Resident("sqlite", "hanako");
        await hanako.GoAsync($"/my/applications/{number}?submitted=true");
        await LooksOnATelephoneAsync(hanako);
        await hanako.PressAsync("とてもよかった");
        await LooksOnATelephoneAsync(hanako);
        await hanako.FillAsync("Words", "夜でも手続ができました。");
        await hanako.PressAsync("ひとことを送る");

        await hanako.GoAsync("/apply/begin/jido-teate-nintei");
        await hanako.PressAsync(hanako.Page.Locator("main form button[type=submit]").First);
        await city.Get<FormCounts>().FlushAsync();
        var dx = await Officer("sqlite", "dx", Habits.Usual with { Strict = true });
        await dx.GoAsync("/staff/insights");
        await LooksOnATelephoneAsync(dx);
        await dx.PressAsync("児童手当認定請求");
        await dx.SeesAsync("夜でも手続ができました。");
        await LooksOnATelephoneAsync(dx);
    }

    private static async Task LooksOnATelephoneAsync(Person person)
    {
        await person.Page.SetViewportSizeAsync(320, 640);
        await person.LookAsync();
        await person.Page.SetViewportSizeAsync(1280, 900);
    }
}
