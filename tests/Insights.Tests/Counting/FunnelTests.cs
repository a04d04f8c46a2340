using System.Text.Json.Nodes;
using Madoguchi.Insights;
using Madoguchi.Insights.Counting;
using Madoguchi.Insights.Domain;
using Madoguchi.Kernel.Data;
using Madoguchi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insights.Tests.Counting;

/// <summary>Where people leave a form and what they stumble over, counted without anybody's name.</summary>
public sealed class FunnelTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task The_officer_sees_where_people_leave_and_what_they_stumble_over(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var hanako = await Survey.BegunAsync(city, "hanako");
        await hanako.PressAsync("次へ進む");
        Assert.Equal(400, hanako.Status);
        await Survey.FirstPageAsync(hanako);
        await hanako.PressAsync("戻る");
        await hanako.PressAsync("次へ進む");
        await Survey.SecondPageAsync(hanako);
        await Survey.ThirdPageAsync(hanako);
        await Survey.SendAsync(hanako);
        using var taro = await Survey.BegunAsync(city, "taro");
        using var kana = await Survey.BegunAsync(city, "kana");
        await Survey.FirstPageAsync(kana);

        using var koho = await Survey.OfficerAsync(city, "koho-clerk", "/staff/insights");
        await koho.PressAsync("市政アンケート");
        Assert.Equal(["3", "2", "0", "1", "1（33%）"], Survey.Row(koho, "pages", "あなた"));
        Assert.Equal(["2", "1", "0", "0", "1（50%）"], Survey.Row(koho, "pages", "満足"));
        Assert.Equal(["1", "1", "0", "0", "0（0%）"], Survey.Row(koho, "pages", "確認して送る"));
        Assert.Equal(["入力・選択がない", "1"], Survey.Row(koho, "errors", "年"));
        Assert.Equal(["1（100%）"], Survey.Row(koho, "time", "3分まで"));
        Assert.Contains("33%", koho.Page.QuerySelector("dl")!.TextContent);

        await ThroughTheApiAsync(city);
        Assert.Equal(3, await SumAsync(city, CountKind.Begun));
        Assert.Equal(1, await SumAsync(city, CountKind.Submitted));
    }

    [Fact]
    public async Task Who_is_led_elsewhere_did_not_leave()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var hanako = city.Visitor();
        await hanako.SignInAsync("hanako");
        await hanako.GoAsync("/apply/begin/doro-tsuho");
        await hanako.PressAsync("はじめる");
        var danger = hanako.Page.QuerySelectorAll("input[name=danger]").Select(i => i.GetAttribute("value")!).First();
        await hanako.Fill(("danger", danger), ("kind", "signal")).PressAsync("次へ進む");
        Assert.Contains("/exit/", hanako.Path);

        using var road = await Survey.OfficerAsync(city, "road-clerk", "/staff/insights/doro-tsuho");
        Assert.Equal(["1", "0", "1", "0", "0（0%）"], [.. road.Page.QuerySelectorAll("section:has(#pages) tbody tr")[0].QuerySelectorAll("td").Select(d => d.TextContent.Trim())]);
    }

    [Fact]
    public async Task Officers_see_the_procedures_of_their_division()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        using var hanako = await Survey.BegunAsync(city, "hanako");
        using var clerk = await Survey.OfficerAsync(city, "clerk", "/staff/insights");
        Assert.DoesNotContain("市政アンケート", clerk.Words);
        await clerk.GoAsync($"/staff/insights/{Survey.Slug}");
        Assert.Equal(404, clerk.Status);
        using var dx = await Survey.OfficerAsync(city, "dx", "/staff/insights?days=30");
        Assert.Contains("市政アンケート", dx.Words);
        using var records = await Survey.OfficerAsync(city, "records", "/staff/insights");
        Assert.Equal(403, records.Status);
        Assert.DoesNotContain("手続の使われ方", records.Page.Body!.TextContent);
    }

    [Fact]
    public async Task Sums_are_read_by_edition_and_by_days_and_leave_after_three_years()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        var today = DateOnly.FromDateTime(city.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        await WriteAsync(city, Count(1, today.AddDays(-3), 4), Count(1, today.AddDays(-200), 6), Count(2, today, 5));
        await city.ChangeAsync(Survey.Slug, d => d["title"]!["ja"] = "市政アンケート 春");
        using var dx = await Survey.OfficerAsync(city, "dx", $"/staff/insights/{Survey.Slug}");
        Assert.Contains("5", dx.Page.QuerySelector("dl dd")!.TextContent);
        await dx.PressAsync("第1版");
        Assert.Equal("4", dx.Page.QuerySelector("dl dd")!.TextContent.Trim());
        await dx.PressAsync("365日間");
        Assert.Equal("10", dx.Page.QuerySelector("dl dd")!.TextContent.Trim());

        using var sweep = new CountSweep(city.Get<CityStore>(), new ClockAt(DateTimeOffset.UtcNow.AddDays((3 * 366) - 100)), NullLogger<CountSweep>.Instance);
        await sweep.SweepAsync(default);
        Assert.Equal(9, await SumAsync(city, CountKind.Begun));
    }

    private static FormCount Count(int edition, DateOnly day, long amount) =>
        new() { Id = Guid.CreateVersion7(), Procedure = Survey.Slug, Edition = edition, Day = day, Kind = CountKind.Begun, Place = "", Detail = "", Amount = amount };

    private static Task WriteAsync(DemoCity city, params FormCount[] counts) => city.Get<IServiceScopeFactory>().RunAsync(services =>
    {
        services.GetRequiredService<InsightsDb>().AddRange(counts);
        return Task.CompletedTask;
    });

    private static async Task ThroughTheApiAsync(DemoCity city)
    {
        var (_, procedure) = await city.Get(null, $"/api/v1/procedures/{Survey.Slug}");
        var (status, _) = await city.Post("proxy", $"/api/v1/procedures/{Survey.Slug}/applications", new JsonObject { ["answers"] = JsonNode.Parse(procedure.GetProperty("example").GetRawText()) });
        Assert.Equal(201, status);
    }

    private static async Task<long> SumAsync(DemoCity city, CountKind kind)
    {
        await city.Get<FormCounts>().FlushAsync();
        await using var scope = city.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<InsightsDb>().FormCounts.Where(c => c.Kind == kind).SumAsync(c => c.Amount);
    }
}
