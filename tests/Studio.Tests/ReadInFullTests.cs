using Madoguchi.Testing;

namespace Studio.Tests;

/// <summary>Whoever decides can read every word of what changes.</summary>
public sealed class ReadInFullTests
{
    [Fact]
    public async Task A_long_text_stands_whole_before_the_officer_and_before_the_manager()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（市政アンケート）");
        await clerk.GoAsync(clerk.Home() + "/edit/facts/name");
        var text = string.Concat(Enumerable.Range(1, 40).Select(i => $"{i}番目の新しい一文です。"));
        await clerk.Fill("summary.ja", text).PressAsync("保存する");
        await clerk.GoAsync(clerk.Home() + "/publish");
        Assert.Contains("全文を読む", clerk.Words);
        Assert.Contains(clerk.Page.QuerySelectorAll("p"), p => p.TextContent == text);
        await clerk.Fill("Reason", "説明を書き直す").PressAsync("起案する");

        using var manager = await city.OfficerAsync("koho-manager");
        await manager.GoAsync("/staff/approvals");
        await manager.PressAsync("手続の公開：市政アンケート");
        Assert.Contains(text, manager.Page.Body!.TextContent);
        Assert.Contains("（変わる前の全文）", manager.Words);
    }
}
