using EndToEnd.Tests.Browsing;

namespace EndToEnd.Tests.Stories;

/// <summary>What officers do in every story.</summary>
internal static class Office
{
    /// <summary>Finds the matter in the list by these words and opens it.</summary>
    public static async Task OpensAsync(this Person officer, string number, string words)
    {
        await officer.SearchesAsync(words);
        await officer.PressAsync(number);
    }

    public static async Task SearchesAsync(this Person officer, string words)
    {
        await officer.GoAsync("/staff/applications");
        await officer.FillAsync("q", words);
        await officer.PressAsync("表示する");
    }

    /// <summary>Answers what waits in the person's box for this matter: endorses, concurs or decides.</summary>
    public static async Task ApprovesAsync(this Person officer, string number, string with)
    {
        await officer.GoAsync("/staff/approvals");
        await officer.PressAsync(officer.Page.Locator("main tr", new() { HasText = number }).Locator("a").First);
        await officer.SeesAsync(number);
        await officer.PressAsync(with);
    }
}
