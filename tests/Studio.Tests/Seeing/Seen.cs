using Madoguchi.Testing.Browsing;

namespace Studio.Tests.Seeing;

internal static class Seen
{
    /// <summary>The next press sends what is typed to the look beside the form, as the page's script does.</summary>
    public static Visitor Look(this Visitor officer)
    {
        var form = officer.Page.QuerySelector("form[data-look]")!;
        form.SetAttribute("action", form.GetAttribute("data-look")!);
        return officer;
    }

    /// <summary>A link for people outside; its path.</summary>
    public static async Task<string> LinkAsync(this Visitor officer, string home, string madeFor, DateOnly lastDay)
    {
        await officer.GoAsync(home + "/links");
        await officer.Fill(("MadeFor", madeFor), ("LastDay", lastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).PressAsync("リンクを作る");
        return new Uri(officer.Page.QuerySelector(".studio-link")!.TextContent).AbsolutePath;
    }
}
