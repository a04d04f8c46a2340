using Madoguchi.Insights.Counting;
using Madoguchi.Testing;
using Madoguchi.Testing.Browsing;

namespace Insights.Tests;

/// <summary>市政アンケート filled in page by page: a short form of three pages.</summary>
internal static class Survey
{
    public const string Slug = "shisei-anketo";

    public static async Task<Visitor> BegunAsync(DemoCity city, string account)
    {
        var visitor = city.Visitor();
        await visitor.SignInAsync(account);
        await visitor.GoAsync($"/apply/begin/{Slug}");
        return await visitor.PressAsync("はじめる");
    }

    public static Task<Visitor> FirstPageAsync(Visitor visitor) =>
        visitor.Fill(("ageGroup", "a30"), ("district", "minatomachi"), ("livedFor", "y20")).PressAsync("次へ進む");

    public static Task<Visitor> SecondPageAsync(Visitor visitor)
    {
        foreach (var subject in new[] { "overall", "childcare", "elderCare", "disaster", "roads", "waste", "cityHall" }) visitor.Fill(subject, "s4");
        return visitor.PressAsync("次へ進む");
    }

    public static Task<Visitor> ThirdPageAsync(Visitor visitor) => visitor.Fill("stay", "rather").PressAsync("次へ進む");

    /// <summary>From the first page to the receipt.</summary>
    public static async Task<Visitor> SentAsync(DemoCity city, string account)
    {
        var visitor = await BegunAsync(city, account);
        await FirstPageAsync(visitor);
        await SecondPageAsync(visitor);
        await ThirdPageAsync(visitor);
        await SendAsync(visitor);
        return visitor;
    }

    public static async Task SendAsync(Visitor visitor)
    {
        await visitor.PressAsync(visitor.Page.QuerySelector("main form[method=post] button")!);
        Assert.Contains("受け付けました", visitor.Words);
    }

    /// <summary>What an officer reads once the counts are written.</summary>
    public static async Task<Visitor> OfficerAsync(DemoCity city, string account, string path)
    {
        await city.Get<FormCounts>().FlushAsync();
        var officer = city.Visitor();
        await officer.SignInAsync(account, "/staff/sign-in");
        return await officer.GoAsync(path);
    }

    /// <summary>The cells of the row of a table in a section that begins with these words.</summary>
    public static IReadOnlyList<string> Row(Visitor visitor, string section, string head) =>
    [
        .. visitor.Page.QuerySelectorAll($"section:has(#{section}) tbody tr").First(r => r.QuerySelector("th")!.TextContent.Contains(head, StringComparison.Ordinal))
            .QuerySelectorAll("td").Select(d => d.TextContent.Trim()),
    ];
}
