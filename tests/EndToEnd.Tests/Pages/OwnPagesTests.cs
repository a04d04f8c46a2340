using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Pages;

/// <summary>Pages of a resident who is signed in, with something on them, in three languages.</summary>
public sealed class OwnPagesTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    [InlineData("/ja-easy")]
    public async Task Have_no_fault_fit_a_small_telephone_and_hold_what_readers_set(string language)
    {
        var cases = new Cases(await City("sqlite"));
        var granted = await cases.GrantedAsync("hanako");
        var waiting = await cases.SubmittedAsync("juminhyo-utsushi", "hanako");
        var asked = await cases.SubmittedAsync("jido-teate-nintei", "hanako");
        await cases.DoesAsync("clerk", asked, "request-correction", new { reason = "電話番号に誤りがあるようです。", questions = new[] { "telephone" } });

        var hanako = await Resident("sqlite", "hanako", Habits.Usual with { Strict = true }, language);
        foreach (var page in new[] { "", "/my", "/my/letters", "/my/account", "/my/account/close", $"/my/applications/{granted}", $"/my/applications/{waiting}", $"/my/applications/{waiting}/withdraw", $"/my/applications/{asked}", $"/my/applications/{asked}/correct" })
        {
            await hanako.GoAsync(language + page);
            await hanako.LooksOnATelephoneAsync();
            if (language.Length == 0) await hanako.HoldsForReadersAsync();
        }
    }
}
