using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests.Updating;

/// <summary>An older edition that comes back is compared with what it was made from, not with what came in after it.</summary>
public sealed class OlderEditionTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task What_was_merged_after_an_older_edition_is_offered_again_when_that_edition_comes_back(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio");
        await clerk.PressAsync("直す（市政アンケート）");
        await PublishAsync(city, clerk.Id(), d => d["title"]!["ja"] = "みなと市政アンケート");
        await city.ChangeAsync("shisei-anketo", d => d["minutes"] = 9);

        using var again = await city.OfficerAsync("koho-clerk");
        await again.GoAsync("/staff/studio/update/shisei-anketo");
        await again.PressAsync("取り込んで下書きを作る");
        await PublishAsync(city, again.Id(), _ => { });
        Assert.Equal((3, 9), (city.Get<IProcedures>().Find("shisei-anketo")!.Number, city.Get<IProcedures>().Find("shisei-anketo")!.Minutes));
        await again.GoAsync("/staff/studio/update/shisei-anketo");
        Assert.Contains("取り込める新しい版はありません。", again.Words);

        await again.GoAsync("/staff/studio/procedures/shisei-anketo");
        await again.PressAsync("この版に戻す下書きを作る（第2版）");
        await PublishAsync(city, again.Id(), _ => { });
        Assert.Equal((4, 5), (city.Get<IProcedures>().Find("shisei-anketo")!.Number, city.Get<IProcedures>().Find("shisei-anketo")!.Minutes));
        await again.GoAsync("/staff/studio");
        Assert.Contains("ひな形に新しい版があります（1件）", again.Words);
        await again.GoAsync("/staff/studio/update/shisei-anketo");
        Assert.Contains("両方が変えたところはありません。そのまま取り込めます。", again.Words);
        await again.PressAsync("取り込んで下書きを作る");
        var made = JsonNode.Parse((await city.DraftAsync(again.Id())).Definition)!;
        Assert.Equal((9, "みなと市政アンケート"), (made["minutes"]!.GetValue<int>(), made["title"]!["ja"]!.ToString()));
    }

    // Decided already: what approval does is told elsewhere.
    private static Task PublishAsync(DemoCity city, Guid draft, Action<JsonObject> change) => city.Get<IServiceScopeFactory>().RunAsync(async services =>
    {
        var db = services.GetRequiredService<StudioDb>();
        var kept = await db.All.SingleAsync(d => d.Id == draft);
        var definition = JsonNode.Parse(kept.Definition)!.AsObject();
        change(definition);
        kept.Definition = definition.ToJsonString();
        var done = await services.GetRequiredService<IPublication>().PublishAsync(kept.Definition, kept.BaseNumber, "koho-manager", default);
        Assert.False(done.Refused, done.Refusal?.Code);
        db.Add(kept.Publish(done.Value, "koho-manager", services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
    });
}
