using EndToEnd.Tests.Applying;
using EndToEnd.Tests.Browsing;
using Madoguchi.Testing;

namespace EndToEnd.Tests.Stories;

/// <summary>道路占用: a company applies, two other divisions concur, the permit carries charge and conditions.</summary>
public sealed class RoadOccupancyStory(Chromium chromium, Cities cities) : Story(chromium, cities)
{
    private const string Slug = "doro-senyo";

    [Theory, ClassData(typeof(Databases))]
    public async Task A_scaffold_is_permitted_with_conditions(string database)
    {
        var builder = await Someone(database);
        var number = await builder.AppliesAsync(Slug, "builder", await Answers.OfExampleAsync(await City(database), Slug));
        await builder.SeesAsync("受け付けました");

        var clerk = await Officer(database, "road-clerk");
        await clerk.OpensAsync(number, "みなと台建設");
        await clerk.PressAsync("担当になって審査を始める");
        await clerk.FillAsync("phase", "police");
        await clerk.PressAsync("段階を変える");
        await builder.GoAsync($"/my/applications/{number}");
        await builder.SeesAsync("警察署との協議");
        await Proposes(clerk);

        await (await Officer(database, "road-chief")).ApprovesAsync(number, "承認する");
        foreach (var neighbour in new[] { "planning-manager", "sewer-manager" }) await (await Officer(database, neighbour)).ApprovesAsync(number, "合議に同意する");
        await builder.GoAsync($"/my/applications/{number}");
        await builder.DoesNotSeeAsync("条件を付けて許可");
        await (await Officer(database, "road-manager")).ApprovesAsync(number, "決裁する");

        await builder.WaitsForAsync("通知書（PDF）を開く");
        await builder.SeesAsync("条件を付けて許可");
        await builder.SeesAsync("12,000円");
        await builder.SeesAsync("夜間は保安灯を点けること。");
        var text = await Pdf.TextAsync(await builder.FetchAsync(builder.Page.Locator("main a[href*='/my/notices/']").First));
        Assert.Contains("株式会社みなと台建設", text, StringComparison.Ordinal);
        Assert.Contains("12,000円", text, StringComparison.Ordinal);
    }

    private static async Task Proposes(Person clerk)
    {
        await clerk.PressAsync("起案する");
        await clerk.FillAsync("disposition", "grantWithConditions");
        await clerk.PressAsync("次へ");
        await clerk.FillAsync("result.charge", "12000");
        await clerk.FillAsync("reason", "道路法33条の基準に適合する。");
        await clerk.FillAsync("conditions", "夜間は保安灯を点けること。\n工事の完了後、原状に復すること。");
        await clerk.PressAsync("起案して決裁に回す");
        await clerk.SeesAsync("起案しました");
    }
}
