using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Catalogue;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Procedures.Tests.Catalogue;

/// <summary>What one node publishes or stops, another shows when it next looks.</summary>
public sealed class OtherNodeTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task An_edition_and_a_stop_of_another_node_are_seen(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        var catalogue = city.Get<ProcedureCatalogue>();
        var old = catalogue.Card("shisei-anketo")!;
        var changed = JsonNode.Parse(city.Get<IDefinitions>().Text("shisei-anketo", old.Number)!)!;
        changed["minutes"] = 7;
        await city.Get<IServiceScopeFactory>().RunAsync(async services =>
        {
            var published = await services.GetRequiredService<IPublication>().PublishAsync(changed.ToJsonString(), 1, "koho-manager");
            Assert.Equal(old.Number + 1, published.Value);
            await services.GetRequiredService<IPublication>().StopAsync("shisei-anketo", "koho-manager", new StopReason("集計のため", "Counting the answers."));
        });

        // As a node that was asked for none of this still sees it.
        catalogue.Put([old]);
        catalogue.ChangeStops(_ => ImmutableDictionary<string, ProcedureStop>.Empty);
        await city.Get<CatalogueWatch>().LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal((old.Number + 1, 7), (catalogue.Find("shisei-anketo")!.Number, catalogue.Find("shisei-anketo")!.Minutes));
        Assert.Equal(new StopReason("集計のため", "Counting the answers."), catalogue.Stop("shisei-anketo")!.Reason);
        await city.Get<IServiceScopeFactory>().RunAsync(services => services.GetRequiredService<IPublication>().ResumeAsync("shisei-anketo"));
        Assert.Null(catalogue.Stop("shisei-anketo"));
    }

    [Fact]
    public async Task A_definition_with_a_fault_is_not_published()
    {
        await using var city = await DemoCity.OpenOnAsync("sqlite");
        var faulty = JsonNode.Parse(city.Get<IDefinitions>().Text("shisei-anketo", 1)!)!;
        faulty["kana"] = "ひらがな";
        await city.Get<IServiceScopeFactory>().RunAsync(async services =>
            Assert.Equal("definition-faulty", (await services.GetRequiredService<IPublication>().PublishAsync(faulty.ToJsonString(), 1, "koho-manager")).Refusal!.Code));
        Assert.Equal(1, city.Get<IProcedures>().Find("shisei-anketo")!.Number);
    }
}
