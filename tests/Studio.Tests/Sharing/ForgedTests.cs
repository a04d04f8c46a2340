using System.Text.Json.Nodes;
using Madoguchi.Studio.Sharing;
using Madoguchi.Testing;

namespace Studio.Tests.Sharing;

/// <summary>A file that says more of itself than is true.</summary>
public sealed class ForgedTests(Cities cities) : IClassFixture<Cities>
{
    [Fact]
    public async Task A_file_that_names_our_own_code_is_cleaned_like_any_other()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        var definition = JsonNode.Parse(city.Get<Madoguchi.Procedures.Contracts.IDefinitions>().Library["koen-meigi"].Definition)!.AsObject();
        definition["slug"] = "koen-nise";
        definition["route"] = JsonNode.Parse("""[{"step": 1, "kind": "decide", "post": "kamome.hosei"}]""");
        definition["summary"]!["ja"] = "担当 0123-45-6789、mail@kamome.example.net、市の代表 000-000-1100 へ。";
        definition["example"]!["applicant"] = JsonNode.Parse("""{"family": "鴎", "given": "次郎", "familyKana": "カモメ", "givenKana": "ジロウ"}""");
        foreach (var edition in (int?[])[null, 1])
        {
            var text = Madoguchi.Studio.Editing.Definition.Parse(definition.ToJsonString()).Text;
            var file = new ProcedurePackage(new PackageSource("999997", "みなと台市", "Minatodai City", "潮見県", "koen-nise", edition, new DateOnly(2026, 11, 1)), text).Write();
            await clerk.ImportAsync(file, slug: $"koen-nise-{edition ?? 0}");
            Assert.Equal("読み込んだ結果", clerk.Heading);
            var draft = await city.DraftAsync(clerk.Id());
            Assert.DoesNotContain("0123-45-6789", draft.Definition);
            Assert.DoesNotContain("mail@kamome", draft.Definition);
            Assert.DoesNotContain("次郎", draft.Definition);
            Assert.DoesNotContain("kamome.hosei", draft.Definition);
            Assert.Contains("元の市の連絡先を消しました。", clerk.Words);
        }
    }

    [Fact]
    public async Task A_file_with_thousands_of_faults_is_told_in_a_hundred_lines()
    {
        var city = await cities.On("sqlite");
        using var clerk = await city.OfficerAsync("koho-clerk");
        var many = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"\"key{i}\": 1, "));
        await clerk.ImportAsync(Packages.Of(city, "shisei-anketo").With("\"licence\"", many + "\"licence\""));
        Assert.Equal(400, clerk.Status);
        Assert.Equal(101, clerk.Page.QuerySelectorAll("section:has(#faults) tbody tr").Length);
        Assert.Contains("ほかに19,900件の誤りがあります。", clerk.Words);
        var inside = Packages.Of(city, "shisei-anketo", d =>
        {
            for (var i = 0; i < 300; i++) d["keywords"]!.AsArray().Add(i);
        });
        await clerk.ImportAsync(inside);
        Assert.Equal(101, clerk.Page.QuerySelectorAll("section:has(#faults) tbody tr").Length);
    }
}
