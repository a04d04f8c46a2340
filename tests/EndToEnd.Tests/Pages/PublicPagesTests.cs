using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Pages;

/// <summary>Pages anybody may read: looked at by axe, and on the smallest telephone.</summary>
public sealed class PublicPagesTests(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    private static readonly string[] Procedures = ["jido-teate-nintei", "kaigo-nintei", "juminhyo-utsushi", "risai-shomei", "doro-senyo", "kosodate-koza"];

    private static readonly string[] ForAnybody = ["/", "/search?q=児童", "/search?q=nothingatall", "/life-events", "/life-events/hikkoshi", "/announcements", "/offline", "/offline?kept=true", "/account-closed", "/sign-in", "/verify", "/verify?code=0000-0000-0000-0000", "/accessibility", "/accessibility/result", "/privacy", "/terms", "/security", "/site-map", "/docs/api"];

    public static TheoryData<string> Everywhere()
    {
        var paths = new TheoryData<string>();
        foreach (var language in new[] { "", "/en", "/ja-easy" })
            foreach (var path in ForAnybody.Concat(Procedures.Select(p => $"/procedures/{p}"))) paths.Add(language + path);
        paths.AddRange("/design", "/design/staff", "/demo", "/demo/mail", "/staff/sign-in", "/nowhere", "/procedures/nowhere");
        return paths;
    }

    [Theory, MemberData(nameof(Everywhere))]
    public async Task Has_no_fault_fits_a_small_telephone_and_holds_what_readers_set(string path)
    {
        var anybody = await Someone("sqlite", Habits.Usual with { Strict = true });
        await anybody.GoAsync(path);
        await anybody.LooksOnATelephoneAsync();
        // The same styles hold the same page in every language; Japanese with its longest words stands for them.
        if (!path.StartsWith("/en", StringComparison.Ordinal) && !path.StartsWith("/ja-easy", StringComparison.Ordinal)) await anybody.HoldsForReadersAsync();
    }

    [Fact]
    public async Task The_letters_of_the_demo_are_readable()
    {
        var city = await City("sqlite");
        await new Cases(city).SubmittedAsync("juminhyo-utsushi", "hanako");
        var anybody = await Someone("sqlite");
        await anybody.GoAsync("/demo/mail");
        await anybody.WaitsForAsync("住民票");
        await anybody.PressAsync(anybody.Page.Locator("main a[href*='/demo/mail/']").First);
    }
}
