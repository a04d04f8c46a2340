using Madoguchi.Kernel.Data;
using Madoguchi.Procedures.Contracts;
using Madoguchi.Studio;
using Madoguchi.Studio.Register;
using Madoguchi.Testing;
using Madoguchi.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Studio.Tests.Register;

/// <summary>An entry whose 手続ID becomes the name of a published procedure is that procedure from then on.</summary>
public sealed class TwiceTests
{
    [Theory, ClassData(typeof(Databases))]
    public async Task What_was_written_before_a_procedure_was_published_is_not_counted_beside_it(string database)
    {
        await using var city = await DemoCity.OpenOnAsync(database);
        await city.Get<IServiceScopeFactory>().RunAsync(services =>
        {
            var cells = SurveyFiles.Line("shisei-anketo", "市政アンケート", (SurveyColumns.Online, "2 未実施"), (SurveyColumns.Total, "500"));
            var entry = EntryOf.New(new EntryValues(cells, "koho", 30, null, null), ofCatalogue: false, "koho-clerk", DateTime.UtcNow);
            services.GetRequiredService<StudioDb>().Add(entry);
            return Task.CompletedTask;
        });
        Assert.NotNull(city.Get<IProcedures>().Card("shisei-anketo"));
        using var clerk = await city.OfficerAsync("koho-clerk");
        await clerk.GoAsync("/staff/studio/register?q=市政アンケート");
        Assert.Single(clerk.Page.QuerySelectorAll("tbody tr"), r => r.QuerySelector("th a")!.TextContent == "市政アンケート");
        Assert.Contains("30", clerk.Page.QuerySelector("tbody tr")!.TextContent);

        await clerk.GoAsync("/staff/studio/register/figures?division=koho");
        var rates = clerk.Page.QuerySelectorAll("section:has(#rate) tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim(), r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToArray());
        Assert.Equal(rates["実際の案件（オンラインの手続だけ）"], rates["すべての手続"]);
        Assert.DoesNotContain(clerk.Page.QuerySelectorAll("section[aria-labelledby=ranking] th"), t => t.TextContent.Contains("市政アンケート", StringComparison.Ordinal));

        await clerk.GoAsync("/staff/studio/register");
        var (_, content) = await clerk.DownloadAsync("CSVを書き出す");
        Assert.Single(System.Text.Encoding.UTF8.GetString(content).Split("\r\n"), l => l.Contains("shisei-anketo", StringComparison.Ordinal));
    }
}
